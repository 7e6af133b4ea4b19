import type { Book, BookDocument, Direction } from './book.js'
import { placeUrl } from './fragment.js'
import { printable } from './xml-characters.js'

/** A line of the table of contents, with the lines below it. */
export interface ContentsEntry {
  title: string
  href: string
  /** Language and direction of the line and those below it, where they are not the book's. */
  lang?: string
  dir?: Direction
  children: readonly ContentsEntry[]
}

/** The table of contents: a line for each document, below it its headings by level, and what stands in it as a part. */
export function contentsOf(book: Book): readonly ContentsEntry[] {
  const listed = book.documents.filter(document => document.inContents)
  const files = new Set(listed.map(({ file }) => file))
  const entry = (document: BookDocument): ContentsEntry => ({
    title: titleOf(document, book),
    href: document.file,
    ...(document.lang === book.lang ? {} : { lang: document.lang }),
    ...(directionOf(document) === directionOf(book) ? {} : { dir: directionOf(document) }),
    children: [
      ...nested(document),
      ...listed.filter(({ file, under }) => under === document.file && file !== under).map(entry),
    ],
  })
  return listed.filter(({ under }) => under === undefined || !files.has(under)).map(entry)
}

function directionOf({ dir = 'ltr' }: { dir?: Direction }): Direction {
  return dir
}

/** The document's title; the book's where it has none, since an empty link is an error (EPUB 3.3, 7.3.1.2). */
export function titleOf(document: BookDocument, book: Book): string {
  return printable(document.title) || printable(book.title)
}

/** Whether the contents are a page of the book too: not where they would be a single line. */
export function hasContentsPage(book: Book): boolean {
  const [first, ...others] = contentsOf(book)
  return others.length > 0 || (first?.children.length ?? 0) > 0
}

/** How many levels the contents have. */
export function depthOf(entries: readonly ContentsEntry[]): number {
  return entries.length === 0 ? 0 : 1 + Math.max(...entries.map(entry => depthOf(entry.children)))
}

function nested(document: BookDocument): readonly ContentsEntry[] {
  const top: ContentsEntry[] = []
  const open: { depth: number; children: ContentsEntry[] }[] = [{ depth: 1, children: top }]
  for (const heading of document.headings) {
    const title = printable(heading.title)
    if (!title) continue
    while (open.length > 1 && (open.at(-1)?.depth ?? 0) >= heading.depth) open.pop()
    const children: ContentsEntry[] = []
    open.at(-1)?.children.push({ title, href: placeUrl(document.file, heading.id), children })
    open.push({ depth: heading.depth, children })
  }
  return top
}
