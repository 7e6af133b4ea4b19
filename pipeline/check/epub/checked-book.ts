import type { Element, ElementContent } from 'hast'
import { chapterFile } from '../../../templates/epub/epub.js'
import type { Book, BookDocument } from '../../../templates/epub/package/book.js'
import type { Rendering } from '../../../templates/rendering.js'
import type { Article, Issue } from '../../article.js'

/** What a book's rules look at: the book that a template made, before it is packed, with what it was made of. */
export interface CheckedBook {
  readonly book: Book
  readonly rendering: Rendering
  /** Of the finished file. */
  readonly bytes: number
  /** Bytes of each file in it as it is unpacked, by name. */
  readonly sizes: ReadonlyMap<string, number>
}

/** What a rule found. Where nothing says from where, it is told of the issue's file. */
export interface BookFinding {
  /** What was found, what was expected, and what to do, as a sentence. */
  readonly reason: string
  /** The element of the book that is at fault. */
  readonly at?: Element
  /** The document that it is in. */
  readonly document?: BookDocument
  /** The key of the first article's front matter that says it. */
  readonly key?: string
}

/** A rule of the book: it touches nothing but what it is handed. */
export type BookRule = (book: CheckedBook) => readonly BookFinding[]

/** The elements of one name in some content, in document order, those inside others included. */
export function elementsIn(content: readonly ElementContent[], name: string): Element[] {
  return content.flatMap(node =>
    node.type === 'element'
      ? [...(node.tagName === name ? [node] : []), ...elementsIn(node.children, name)]
      : [],
  )
}

/** The article that a document was made from; undefined for one of our own. */
export const articleOf = ({ file }: Pick<BookDocument, 'file'>, { articles }: Issue): Article | undefined =>
  articles.find((_, index) => chapterFile(index) === file)
