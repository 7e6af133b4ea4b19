import type { Format } from '../article.js'
import type { Rendition } from './rendition.js'

/** A format without a rendition. */
export const notMade = (format: Format): Rendition => ({ format, files: [], messages: [], sizes: {} })
