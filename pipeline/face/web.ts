/**
 * The web page by itself: its template makes a hast tree, for any serialiser.
 *
 * @module trifold/web
 */
export type { WebLayout } from '../../templates/web/layout.js'
export { defaultWebTemplate, type WebTemplate, webTemplate } from '../../templates/web/web.js'
