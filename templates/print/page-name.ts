import type { Article } from '../../pipeline/article.js'

/** The named page (css-page-3, 3.3) that an article is printed on, so that it has a running head of its own. */
export const pageNameOf = ({ key }: Article): string => `page-${key.replace(/[^A-Za-z0-9-]/g, '-')}`
