import type { PDFDocument } from '../pdf-lib.js'
import { structureElements } from '../structure-tree.js'
import type { PdfUaFinding } from './finding.js'

/** Checkpoint 14: headings begin with the first level and leave none out on the way down. */
export function* checkHeadings(pdf: PDFDocument): Iterable<PdfUaFinding> {
  let above = 0
  for (const { type } of structureElements(pdf)) {
    const level = Number(/^H([1-6])$/.exec(type)?.[1] ?? 0)
    if (level === 0) continue
    if (above === 0 && level > 1)
      yield { checkpoint: '14-002', message: `The first heading is of level ${level}` }
    else if (level > above + 1)
      yield { checkpoint: '14-003', message: `A heading of level ${level} follows one of level ${above}` }
    above = level
  }
}
