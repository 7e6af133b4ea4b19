/**
 * The EPUB by itself: template, binder and check. It loads neither Chromium nor MJML.
 *
 * @module trifold/epub
 */
export {
  defaultEpubTemplate,
  type EpubLayout,
  type EpubTemplate,
  epubTemplate,
} from '../../templates/epub/epub.js'
export type { Book, BookDocument, BookResource } from '../../templates/epub/package/book.js'
export { bindEpub } from '../bind/epub/bind.js'
export { checkEpub, type EpubFinding } from '../check/epub.js'
