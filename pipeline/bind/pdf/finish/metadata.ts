import type { PrintMeta } from '../document.js'
import { name } from '../objects.js'
import { PDFDict, type PDFDocument, PDFHexString } from '../pdf-lib.js'
import { xmpPacket } from './xmp.js'

/** Writes the information dictionary, and with it the language and what a window is titled. */
export function writeInformation(pdf: PDFDocument, meta: PrintMeta): void {
  pdf.setTitle(meta.title, { showInWindowTitleBar: true })
  if (meta.authors.length > 0) pdf.setAuthor(meta.authors.join(', '))
  if (meta.subject !== undefined) pdf.setSubject(meta.subject)
  // The library joins keywords with spaces, where one of two words would become two.
  if (meta.keywords.length > 0) {
    const information = pdf.context.lookup(pdf.context.trailerInfo.Info)
    if (information instanceof PDFDict)
      information.set(name('Keywords'), PDFHexString.fromText(meta.keywords.join(', ')))
  }
  pdf.setCreator(meta.creator)
  pdf.setCreationDate(meta.date)
  pdf.setModificationDate(meta.date)
  pdf.setLanguage(meta.lang)
}

/** Writes the XMP packet; `accessible` declares PDF/UA-1. */
export function writeXmp(pdf: PDFDocument, meta: PrintMeta, accessible: boolean): void {
  const packet = Buffer.from(xmpPacket(meta, pdf.getProducer() ?? 'Skia/PDF', accessible))
  const stream = pdf.context.stream(packet, { Type: 'Metadata', Subtype: 'XML' })
  pdf.catalog.set(name('Metadata'), pdf.context.register(stream))
}
