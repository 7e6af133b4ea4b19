import { EPub, type Options } from 'epub-gen-memory'

/** The files of a package, as text and bytes; names are relative to the folder of the package document. */
export interface PackedFiles {
  identifier: string
  /** Date of every file in the archive, in UTC; 1980 for an earlier one. */
  modified: Date
  packageDocument: string
  navigation: string
  ncx: string
  stylesheet: string
  documents: readonly { file: string; text: string }[]
  resources: readonly { href: string; bytes: Uint8Array }[]
}

/** Zips the files of a package as an EPUB container (OCF: EPUB 3.3, section 4). */
export async function pack(files: PackedFiles): Promise<Uint8Array> {
  return new Container(files).genEpub()
}

/**
 * epub-gen-memory's templates are EJS, which is code: these constants put in what they are given, as it is.
 * Nothing of a book becomes template source.
 */
const templates = {
  chapterXHTML: '<%- text %>',
  contentOPF: '<%- packageDocument %>',
  tocNCX: '<%- ncx %>',
  tocXHTML: '<%- navigation %>',
}

/** epub-gen-memory as the packer and no more: it parses no content and fetches nothing. */
class Container extends EPub {
  readonly #files: PackedFiles

  constructor(files: PackedFiles) {
    const { packageDocument, navigation, ncx, stylesheet, identifier, modified } = files
    // The packer's own fields are kept free of the book's words; keys it does not know reach the templates.
    const options = { title: identifier, date: modified.toISOString(), css: stylesheet, version: 3 } as const
    const locals = { packageDocument, navigation, ncx }
    super(
      { ...options, ...templates, ...locals } as Options,
      files.documents.map(({ file, text }) => ({ title: file, filename: file, content: '', text })),
    )
    if (this.images.length > 0 || this.options.fonts.length > 0) {
      throw new Error('Unexpected image or font for the packer to fetch')
    }
    this.uuid = identifier
    this.#files = files
  }

  protected override async downloadAllFonts(): Promise<void> {}

  protected override async makeCover(): Promise<void> {}

  protected override async downloadAllImages(): Promise<void> {
    for (const { href, bytes } of this.#files.resources) {
      this.zip.file(`OEBPS/${href}`, bytes, { binary: true, createFolders: false })
    }
  }

  override async genEpub(): Promise<Buffer> {
    await this.render()
    this.#settle()
    return this.generateAsync({
      type: 'nodebuffer',
      mimeType: 'application/epub+zip',
      compression: 'DEFLATE',
      compressionOptions: { level: 9 },
      platform: 'DOS',
    })
  }

  // The archive is written in the order of the keys of `zip.files`.
  #settle(): void {
    const { files } = this.zip
    const modified = new Date(Math.max(this.#files.modified.getTime(), firstZipDate))
    const entries = Object.values(files).filter(entry => !entry.dir)
    for (const name of Object.keys(files)) delete files[name]
    for (const entry of entries.sort((a, b) => compare(a.name, b.name))) {
      entry.date = modified
      if (stored.test(entry.name)) entry.options.compression = 'STORE'
      files[entry.name] = entry
    }
  }
}

// Compressed already, or, as `mimetype`, to be read at a fixed offset (OCF, 4.3.2).
const stored = /^mimetype$|\.(?:jpe?g|png|gif|webp|woff2?)$/i

// A zip counts its years from there (APPNOTE 4.4.6).
const firstZipDate = Date.UTC(1980, 0)

const first = ['mimetype', 'META-INF/container.xml', 'OEBPS/content.opf']

function compare(a: string, b: string): number {
  const rank = (name: string) => (first.indexOf(name) + 1 || first.length + 1) - 1
  return rank(a) - rank(b) || (a < b ? -1 : 1)
}
