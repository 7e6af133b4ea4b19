import { name } from '../../../../pipeline/bind/pdf/objects.js'
import {
  type PDFDict,
  PDFDocument,
  type PDFObject,
  PDFRawStream,
  type PDFRef,
} from '../../../../pipeline/bind/pdf/pdf-lib.js'

/** What a test puts into a document of one page. */
export interface Made {
  readonly pdf: PDFDocument
  readonly page: PDFRef
  add(literal: object): PDFRef
  stream(source: string, dict?: object): PDFRef
  /** Makes it tagged: what the root of its structure holds. */
  tag(...kids: PDFObject[]): void
}

const map = `1 begincodespacerange <00> <FF> endcodespacerange 1 beginbfrange <20> <7E> <0020> endbfrange`

/** A PDF of one page with this content and a font `F1`, whose codes are those of ASCII; `make` adds to it. */
export async function madePdf(content: string, make?: (made: Made) => void): Promise<Uint8Array> {
  const pdf = await PDFDocument.create()
  const page = pdf.addPage([200, 200])
  const { context } = pdf
  // The library's types tell dictionaries from arrays and streams, which a literal in a test does by itself.
  const made = (literal: object) => context.obj(literal as Parameters<typeof context.obj>[0])
  const add = (literal: object) => context.register(made(literal))
  const stream = (source: string, dict: object = {}) =>
    context.register(PDFRawStream.of(made(dict) as unknown as PDFDict, Buffer.from(source, 'latin1')))
  const font = add({ Type: 'Font', Subtype: 'Type3', ToUnicode: stream(map) })
  page.node.set(name('Contents'), stream(content))
  page.node.set(name('Resources'), context.obj({ Font: { F1: font }, XObject: {} }))
  make?.({
    pdf,
    page: page.ref,
    add,
    stream,
    tag: (...kids) => pdf.catalog.set(name('StructTreeRoot'), add({ Type: 'StructTreeRoot', K: kids })),
  })
  return pdf.save({ addDefaultPage: false })
}
