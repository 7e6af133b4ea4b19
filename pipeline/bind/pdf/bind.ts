import { placesOf } from './destinations.js'
import type { PdfResult, PrintDocument } from './document.js'
import { markForTags } from './marks.js'
import { printNumbered } from './page-numbers.js'
import type { Printer } from './printer.js'
import { wordsRead } from './reading.js'
import { serialise } from './serialise.js'

export type { PdfResult, PrintDocument, PrintMeta } from './document.js'
export { PrintFailed } from './failed.js'
export { openPrinter, type Printer } from './printer.js'
export type { PrintResource } from './resource.js'

/**
 * Prints a document, twice where it names its own pages, and finishes it: the same document gives the same bytes
 * on the same build of Chromium. A file that cannot be finished is given as Chromium printed it, with the reason
 * in `unfinished`.
 *
 * @throws {PrintFailed} when the page or the browser dies.
 * @throws the signal's reason when it is aborted.
 */
export async function bindPdf(
  printer: Printer,
  document: PrintDocument,
  signal?: AbortSignal,
): Promise<PdfResult> {
  const { html: marked, marks } = markForTags(document.html)
  const { printed, moved, asPrinted } = await printNumbered(marked, (html, draft) =>
    printer.print(serialise(html), document.resources, signal, draft),
  )
  const { bytes, missing } = printed
  const { resources } = document
  const form = document.anchored && asPrinted(document.anchored)
  const pages = form && (await pagesIn(printer, { html: form, resources }, bytes, signal))
  const pageOf = pages && { pageOf: pages }
  // The PDF library takes longer to load than a page to print.
  const { finishPdf } = await import('./finish/finish.js')
  signal?.throwIfAborted()
  const words = wordsRead(asPrinted(marked))
  try {
    return { ...(await finishPdf(bytes, document.meta, marks, words)), missing, moved, ...pageOf }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    return {
      bytes,
      pages: countPages(bytes),
      missing,
      moved,
      ...pageOf,
      missingGlyphs: [],
      fonts: [],
      unfinished: `Not finished: ${reason}`,
    }
  }
}

/**
 * The pages of the ids of a printed document's other form, which has more of them; undefined where it came out
 * otherwise: with more or fewer pages, or a place that both have on another one.
 */
async function pagesIn(
  printer: Printer,
  { html, resources }: Pick<PrintDocument, 'html' | 'resources'>,
  bytes: Uint8Array,
  signal: AbortSignal | undefined,
): Promise<ReadonlyMap<string, number> | undefined> {
  const told = placesOf(bytes)
  const draft = placesOf((await printer.print(serialise(html), resources, signal, true)).bytes)
  const same = [...told.pageOf].every(([id, page]) => (draft.pageOf.get(id) ?? page) === page)
  return same && told.pages > 0 && draft.pages === told.pages ? draft.pageOf : undefined
}

/** Counts the page objects, which Chromium writes uncompressed. */
function countPages(bytes: Uint8Array): number {
  return (
    Buffer.from(bytes)
      .toString('latin1')
      .match(/\/Type\s*\/Page\b/g)?.length ?? 0
  )
}
