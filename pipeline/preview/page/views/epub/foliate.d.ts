/** What of foliate-js 1.0.1 the page uses: it has no types of its own. */
declare module 'foliate-js/epub.js' {
  /** An entry of a book's contents. */
  export interface ContentsEntry {
    readonly label: string
    readonly href: string | null
    readonly subitems: readonly ContentsEntry[] | null
  }

  /** A book as foliate reads it. */
  export interface Book {
    readonly toc?: readonly ContentsEntry[] | null
    /** Its documents in the order they are read. */
    readonly sections: readonly { readonly id: string }[]
    destroy(): void
  }

  /** Gives the files of a book by their paths. */
  export interface Loader {
    loadText(path: string): Promise<string | null>
    loadBlob(path: string, type?: string): Promise<Blob | null>
    /** In bytes. */
    getSize(path: string): number
  }

  export class EPUB {
    constructor(loader: Loader)
    init(): Promise<Book>
  }
}

declare module 'foliate-js/view.js' {}
