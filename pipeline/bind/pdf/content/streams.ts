import { deflateSync, inflateSync } from 'node:zlib'
import { dictAt, listAt, name, nameAt } from '../objects.js'
import { type PDFDict, type PDFDocument, PDFName, PDFNumber, PDFRawStream, PDFRef } from '../pdf-lib.js'
import { UnreadableContent } from './operators.js'

/** A stream of drawing operators: a page's, or a form's that a page draws. */
export interface ContentStream {
  readonly ref: PDFRef
  readonly stream: PDFRawStream
  readonly resources: PDFDict | undefined
  /** The first page that shows it, from 1. */
  readonly page: number
  readonly isForm: boolean
}

/**
 * The content streams of every page, each followed by those of the forms in its resources.
 *
 * @throws {UnreadableContent} on a page whose content is in several streams; Chromium writes one.
 */
export function contentStreams(pdf: PDFDocument): ContentStream[] {
  const found = new Map<PDFRef, ContentStream>()
  const add = (content: ContentStream) => {
    if (found.has(content.ref)) return
    found.set(content.ref, content)
    for (const form of forms(pdf, content)) add(form)
  }
  pageStreams(pdf).forEach(add)
  return [...found.values()]
}

/**
 * The content stream of every page that has one.
 *
 * @throws {UnreadableContent} as {@link contentStreams}.
 */
export function pageStreams(pdf: PDFDocument): ContentStream[] {
  return pdf.getPages().flatMap(({ node }, index) => {
    const contents = listAt(node, 'Contents')
    if (contents.length > 1) throw new UnreadableContent(`Page ${index + 1} has its content in pieces`)
    const [ref] = contents
    const stream = pdf.context.lookup(ref)
    if (!(ref instanceof PDFRef && stream instanceof PDFRawStream)) return []
    return [{ ref, stream, resources: node.Resources(), page: index + 1, isForm: false }]
  })
}

function forms(pdf: PDFDocument, parent: ContentStream): ContentStream[] {
  const names = dictAt(parent.resources, 'XObject')?.keys() ?? []
  return names.flatMap(key => formAt(pdf, parent, key.decodeText()) ?? [])
}

/** The form that a stream draws by this name; undefined for a picture. */
export function formAt(pdf: PDFDocument, parent: ContentStream, xObject: string): ContentStream | undefined {
  const ref = dictAt(parent.resources, 'XObject')?.get(name(xObject))
  const stream = pdf.context.lookup(ref)
  if (!(ref instanceof PDFRef && stream instanceof PDFRawStream)) return undefined
  if (nameAt(stream.dict, 'Subtype') !== 'Form') return undefined
  const resources = dictAt(stream.dict, 'Resources') ?? parent.resources
  return { ref, stream, resources, page: parent.page, isForm: true }
}

/** Whether a form, or one inside it, holds tagged content: then its drawing cannot be tagged as a whole. */
export function bearsTags(pdf: PDFDocument, form: ContentStream, above: readonly PDFRef[] = []): boolean {
  if (form.stream.dict.has(name('StructParents'))) return true
  // A form that draws itself would be followed for ever.
  if (above.includes(form.ref)) return false
  return forms(pdf, form).some(inner => bearsTags(pdf, inner, [...above, form.ref]))
}

/**
 * The operators of a content stream, one byte a character (latin1).
 *
 * @throws {UnreadableContent} on any filter but FlateDecode.
 */
export function readStream(stream: PDFRawStream): string {
  const filter = stream.dict.lookup(name('Filter'))
  if (filter === undefined) return Buffer.from(stream.contents).toString('latin1')
  if (!(filter instanceof PDFName) || filter.decodeText() !== 'FlateDecode')
    throw new UnreadableContent(`A content stream with the filter ${filter}`)
  return inflateSync(stream.contents).toString('latin1')
}

/** Puts other operators in a stream's place, its dictionary and reference kept. */
export function replaceStream(pdf: PDFDocument, { ref, stream }: ContentStream, source: string): void {
  const bytes = deflateSync(Buffer.from(source, 'latin1'))
  stream.dict.set(name('Filter'), name('FlateDecode'))
  stream.dict.set(name('Length'), PDFNumber.of(bytes.length))
  pdf.context.assign(ref, PDFRawStream.of(stream.dict, bytes))
}
