import type { Format } from '../article.js'
import type { Renderer } from './rendition.js'

/** Each format's renderer, loaded when it is asked for: an EPUB needs neither Chromium nor MJML. */
export const renderers: Readonly<Record<Format, () => Promise<Renderer>>> = {
  email: async () => (await import('./email.js')).renderEmail,
  pdf: async () => (await import('./pdf.js')).renderPdf,
  epub: async () => (await import('./epub.js')).renderEpub,
  web: async () => (await import('./web.js')).renderWeb,
}
