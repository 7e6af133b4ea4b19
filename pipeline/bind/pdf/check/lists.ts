import type { PDFDocument } from '../pdf-lib.js'
import { structureElements } from '../structure-tree.js'
import type { PdfUaFinding } from './finding.js'

const kidsOf: Readonly<Record<string, readonly string[]>> = {
  L: ['L', 'LI', 'Caption'],
  LI: ['Lbl', 'LBody'],
}

/** Checkpoint 09-005: lists hold items, and items hold labels and bodies (ISO 32000-1, table 336). */
export function* checkLists(pdf: PDFDocument): Iterable<PdfUaFinding> {
  for (const { type, kids, parent } of structureElements(pdf)) {
    const stray = kids.find(kid => kidsOf[type]?.includes(kid.type) === false)
    if (stray) yield { checkpoint: '09-005', message: `${type} holds ${stray.type}` }
    if (type === 'LI' && parent?.type !== 'L')
      yield { checkpoint: '09-005', message: 'A list item is outside of a list' }
    if (type === 'LBody' && parent?.type !== 'LI')
      yield { checkpoint: '09-005', message: 'The body of a list item is outside of an item' }
  }
}
