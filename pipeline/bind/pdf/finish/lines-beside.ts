import { UnreadableContent } from '../content/operators.js'
import { linesShown } from '../content/repainted.js'
import { pageStreams, readStream } from '../content/streams.js'
import { type PDFDocument, PDFRawStream, type PDFRef } from '../pdf-lib.js'

/** Tells of a page, from 1, whether the one before or behind it shows a line: each is read when it is first asked for. */
export function linesBeside(pdf: PDFDocument): (page: number) => (line: string) => boolean {
  const streams = new Map(pageStreams(pdf).map(({ page, ref }) => [page, ref]))
  const known = new Map<number, ReadonlySet<string>>()
  const linesOn = (page: number) => {
    const lines = known.get(page) ?? linesOf(pdf, streams.get(page))
    known.set(page, lines)
    return lines
  }
  return page => line => linesOn(page - 1).has(line) || linesOn(page + 1).has(line)
}

/** The lines of a page, which may have been rewritten: that leaves them where they are. */
function linesOf(pdf: PDFDocument, ref: PDFRef | undefined): ReadonlySet<string> {
  const stream = pdf.context.lookup(ref)
  try {
    return stream instanceof PDFRawStream ? linesShown(readStream(stream)) : new Set()
  } catch (error) {
    if (error instanceof UnreadableContent) return new Set()
    throw error
  }
}
