import { checkDocument, type PdfUaFinding } from '../check.js'
import { missingGlyphs } from '../content/glyphs.js'
import { mendCharacterMaps } from '../content/to-unicode.js'
import { usedFonts } from '../content/used-fonts.js'
import type { PdfResult, PrintMeta } from '../document.js'
import type { TagMark } from '../marks.js'
import { ParseSpeeds, PDFDocument } from '../pdf-lib.js'
import { rewriteContent } from './content-streams.js'
import { renumberIds, reserveId, sealId, sortDestinations } from './identity.js'
import { describeLinks } from './links.js'
import { applyMarks } from './marks.js'
import { writeInformation, writeXmp } from './metadata.js'
import { retitleOutline } from './outline.js'
import { placeLinks } from './placed-links.js'
import { sayRightToLeft } from './right-to-left.js'
import { mendStructure } from './structure.js'
import { mendTables } from './tables.js'

/** What finishing adds to a printed file. */
export type Finished = Omit<PdfResult, 'missing' | 'moved'>

/**
 * Gives a file that Chromium printed what it lacks: metadata, artifacts, a structure that PDF/UA-1 accepts,
 * links where their words are, titles in the outline, and bytes that depend on nothing but the document. It is
 * declared PDF/UA-1 only when {@link checkDocument} finds nothing.
 *
 * @param words of the document, as they are read
 * @throws whatever the PDF library throws for a file it cannot read.
 */
export async function finishPdf(
  bytes: Uint8Array,
  meta: PrintMeta,
  marks: readonly TagMark[] = [],
  words = '',
): Promise<Finished> {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false, parseSpeed: ParseSpeeds.Fastest })
  const kept = rewriteContent(pdf, words)
  mendCharacterMaps(pdf)
  sayRightToLeft(pdf, words)
  placeLinks(pdf, marks)
  mendStructure(pdf, applyMarks(pdf, marks))
  mendTables(pdf)
  describeLinks(pdf, meta.linkText)
  retitleOutline(pdf, meta.headings)
  renumberIds(pdf)
  sortDestinations(pdf)
  writeInformation(pdf, meta)
  const missing = missingGlyphs(pdf)
  const unfinished = kept.length > 0 ? unreadable(kept) : failings(checkDocument(pdf, missing))
  writeXmp(pdf, meta, unfinished === undefined)
  reserveId(pdf)
  const finished = await pdf.save({
    useObjectStreams: true,
    addDefaultPage: false,
    updateFieldAppearances: false,
    objectsPerTick: Number.POSITIVE_INFINITY,
  })
  sealId(finished)
  return {
    bytes: finished,
    pages: pdf.getPageCount(),
    missingGlyphs: missing,
    fonts: usedFonts(pdf),
    ...(unfinished === undefined ? {} : { unfinished }),
  }
}

function unreadable(pages: readonly number[]): string {
  return `Not marked as PDF/UA: the content of page ${pages.join(', ')} stays as the browser wrote it`
}

/** The findings as one line, each with the pages it was found on. */
function failings(findings: readonly PdfUaFinding[]): string | undefined {
  if (findings.length === 0) return undefined
  const places = new Map<string, number[]>()
  for (const { checkpoint, message, page } of findings) {
    const reason = `${message} (${checkpoint})`
    places.set(reason, [...(places.get(reason) ?? []), ...(page === undefined ? [] : [page])])
  }
  const reasons = [...places].map(([reason, pages]) =>
    pages.length > 0 ? `${reason}, page ${pages.join(', ')}` : reason,
  )
  return `Not marked as PDF/UA: ${reasons.join('; ')}`
}
