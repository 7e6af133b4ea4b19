import { deflateSync, inflateSync } from 'node:zlib'
import { type PDFDict, type PDFDocument, PDFName, PDFNumber, PDFRawStream, PDFRef } from '@cantoo/pdf-lib'
import { dictAt, listAt, name, nameAt } from '../objects.js'
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
  const found: ContentStream[] = []
  const seen = new Set<PDFRef>()
  const add = (ref: PDFRef, resources: PDFDict | undefined, page: number, isForm: boolean) => {
    const stream = pdf.context.lookup(ref)
    if (seen.has(ref) || !(stream instanceof PDFRawStream)) return
    seen.add(ref)
    found.push({ ref, stream, resources, page, isForm })
    for (const [, entry] of dictAt(resources, 'XObject')?.entries() ?? []) {
      const form = pdf.context.lookup(entry)
      if (entry instanceof PDFRef && form instanceof PDFRawStream && nameAt(form.dict, 'Subtype') === 'Form')
        add(entry, dictAt(form.dict, 'Resources') ?? resources, page, true)
    }
  }
  for (const [index, page] of pdf.getPages().entries()) {
    const contents = listAt(page.node, 'Contents')
    if (contents.length > 1) throw new UnreadableContent(`Page ${index + 1} has its content in pieces`)
    const [ref] = contents
    const resources = page.node.Resources()
    if (ref instanceof PDFRef) add(ref, resources, index + 1, false)
  }
  return found
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

/** Whether a form brings structure of its own: then what it draws is accounted for inside it. */
export function isTaggedForm(resources: PDFDict | undefined, xObject: string): boolean {
  const form = dictAt(resources, 'XObject')?.lookup(name(xObject))
  return form instanceof PDFRawStream && form.dict.has(name('StructParents'))
}
