import { strFromU8, unzipSync } from 'fflate'
import type { Book, ContentsEntry } from 'foliate-js/epub.js'

/** A place in a document of a book. */
export interface Target {
  readonly index: number
  /** A place by an element or a range, or by how far down it is, from 0 to 1. */
  anchor?(document: Document): Element | Range | number | null
}

/** foliate's element that shows a book. */
export interface BookElement extends HTMLElement {
  readonly book: Book
  readonly lastLocation?: {
    readonly cfi: string
    readonly range: Range
    readonly fraction?: number
    /** The entry of the contents that is read. */
    readonly tocItem?: ContentsEntry | null
  } | null
  readonly renderer: HTMLElement & {
    readonly scrolled: boolean
    /** How far it is scrolled down, in pixels. */
    containerPosition: number
    getContents(): readonly { readonly index: number; readonly doc: Document }[]
    goTo(target: Target): Promise<void>
    scrollToAnchor(anchor: Element | Range): Promise<void>
    setStyles(styles: readonly [before: string, after: string]): void
    focusView(): void
  }
  open(book: Book): Promise<void>
  close(): void
  goTo(place: string | number): Promise<unknown>
  goLeft(): Promise<void>
  goRight(): Promise<void>
  prev(): Promise<void>
  next(): Promise<void>
  resolveNavigation(place: string): Target | undefined | null
}

/** Reads a book. @throws Error where it cannot be read */
export async function readBook(address: string): Promise<Book> {
  const [{ EPUB }] = await Promise.all([import('foliate-js/epub.js'), import('foliate-js/view.js')])
  const answer = await fetch(address)
  if (!answer.ok) throw new Error(`The EPUB cannot be read: ${answer.status}`)
  const files = new Map(Object.entries(unzipSync(new Uint8Array(await answer.arrayBuffer()))))
  return new EPUB({
    async loadText(path) {
      const bytes = files.get(path)
      return bytes ? strFromU8(bytes) : null
    },
    async loadBlob(path, type = '') {
      const bytes = files.get(path)
      return bytes ? new Blob([new Uint8Array(bytes)], { type }) : null
    },
    getSize: path => files.get(path)?.byteLength ?? 0,
  }).init()
}

/** Makes foliate's element, which is there once a book was read. */
export function bookElement(): BookElement {
  // The element is defined by foliate, whose classes have no types.
  return document.createElement('foliate-view') as unknown as BookElement
}
