import { dictAt, name, textAt } from '../objects.js'
import type { PDFDocument } from '../pdf-lib.js'
import type { PdfUaFinding } from './finding.js'

/** Checkpoints 06, 07 and 11: what the file says of itself as a whole. */
export function* checkSettings(pdf: PDFDocument): Iterable<PdfUaFinding> {
  const isTrue = (key: string, dict: string) =>
    dictAt(pdf.catalog, dict)?.lookup(name(key))?.toString() === 'true'
  if (!pdf.getTitle()?.trim()) yield { checkpoint: '06-003', message: 'The document has no title' }
  if (!isTrue('DisplayDocTitle', 'ViewerPreferences'))
    yield { checkpoint: '07-001', message: 'A window would show the name of the file for a title' }
  if (!textAt(pdf.catalog, 'Lang')) yield { checkpoint: '11-006', message: 'The document has no language' }
  if (!isTrue('Marked', 'MarkInfo')) yield { checkpoint: '01-005', message: 'The document is not tagged' }
}
