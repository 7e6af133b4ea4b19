import type { Root } from 'hast'
import type { PrintResource } from './resource.js'

/** What a PDF says of itself. */
export interface PrintMeta {
  title: string
  authors: readonly string[]
  subject?: string
  keywords: readonly string[]
  /** BCP 47. */
  lang: string
  /** Creation and modification date; never the clock's. */
  date: Date
  /** The outline's titles, in the order of the document: Chromium glues words where a heading wraps. */
  headings: readonly string[]
  /** The program, 'Trifold 0.1.0'. */
  creator: string
  /** What a link within the document says to assistive technology, in the language of the article. */
  linkText: { internal: string }
}

/** A document to print: the tree, what it may ask for, and what is known of it. */
export interface PrintDocument {
  /**
   * A whole document, `html` element and all. An element with `data-page-of` gets the page of that id as its text; one
   * with `data-unless-beside` is left empty where it is on the page of that id.
   */
  html: Root
  /**
   * The same document with more ids in it, where the page of each is wanted: it is laid out once more, as a draft.
   * A link has to lead to an id whose page is wanted.
   */
  anchored?: Root
  /** By path on the virtual origin: '/images/ab.png', '/fonts/x.woff2'. */
  resources: ReadonlyMap<string, PrintResource>
  meta: PrintMeta
}

/** A printed document. */
export interface PdfResult {
  bytes: Uint8Array
  /** The number of pages. */
  pages: number
  /** Requests that were refused, sorted: a path on the virtual origin, or another address in full. */
  missing: readonly string[]
  /** Ids whose page is not the one that is named for them: the numbers kept moving what they number. */
  moved: readonly string[]
  /** The page, from 1, of each id of `anchored` that a link leads to; absent where its pages are not the document's. */
  pageOf?: ReadonlyMap<string, number>
  /** Text for which no font had a glyph; `page` counts from 1. */
  missingGlyphs: readonly { font: string; page: number }[]
  /** The fonts it is set in, by PostScript name, with their characters; none of a file that could not be read. */
  fonts: readonly { name: string; characters: string }[]
  /** Why the file is not marked as PDF/UA; absent when it is. */
  unfinished?: string
}
