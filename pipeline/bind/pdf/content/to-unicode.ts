import { deflateSync } from 'node:zlib'
import { name } from '../objects.js'
import { PDFDict, type PDFDocument, PDFNumber, PDFRawStream, PDFRef } from '../pdf-lib.js'
import { readStream } from './streams.js'

/** A glyph mapped to U+0000, as Chromium maps the parts that Arabic letters are composed of. */
const nothing = /^(<[0-9A-F]+>) <0000>$/gim
/** The word joiner: it is not seen, breaks no word and leaves the letters beside it joined (UAX 14, ArabicShaping.txt). */
const wordJoiner = '2060'

/** Each font's ToUnicode map, with its text. */
function* maps(
  pdf: PDFDocument,
): Iterable<{ font: PDFDict; ref: PDFRef; stream: PDFRawStream; text: string }> {
  for (const [, font] of pdf.context.enumerateIndirectObjects()) {
    const ref = font instanceof PDFDict ? font.get(name('ToUnicode')) : undefined
    if (!(font instanceof PDFDict) || !(ref instanceof PDFRef)) continue
    const stream = pdf.context.lookup(ref)
    if (stream instanceof PDFRawStream) yield { font, ref, stream, text: readStream(stream) }
  }
}

/**
 * Leads every glyph back to a character that text may hold: PDF/UA-1 (ISO 14289-1, 7.21.7) admits no U+0000. The text of
 * a composed letter stands in the content as a whole; its parts become a character that is not seen.
 */
export function mendCharacterMaps(pdf: PDFDocument): void {
  for (const { ref, stream, text } of [...maps(pdf)]) {
    const mended = text.replace(nothing, `$1 <${wordJoiner}>`)
    if (mended === text) continue
    const bytes = deflateSync(Buffer.from(mended, 'latin1'))
    stream.dict.set(name('Filter'), name('FlateDecode'))
    stream.dict.set(name('Length'), PDFNumber.of(bytes.length))
    pdf.context.assign(ref, PDFRawStream.of(stream.dict, bytes))
  }
}

/** The fonts of which a glyph is mapped to no character. */
export function* unmappedFonts(pdf: PDFDocument): Iterable<PDFDict> {
  for (const { font, text } of maps(pdf)) if (text.search(nothing) >= 0) yield font
}
