import { listAt, name } from '../objects.js'
import { PDFDict, type PDFDocument } from '../pdf-lib.js'
import { type StructureElement, structureElements, withDescendants } from '../structure-tree.js'
import { type GridRow, tableGrid } from '../table-grid.js'
import type { PdfUaFinding } from './finding.js'

const kidsOf: Readonly<Record<string, readonly string[]>> = {
  Table: ['TR', 'THead', 'TBody', 'TFoot', 'Caption'],
  THead: ['TR'],
  TBody: ['TR'],
  TFoot: ['TR'],
  TR: ['TH', 'TD'],
}

/** Checkpoints 09-004 and 15-003: tables hold rows, rows hold cells in a whole grid, and a cell's headers can be found. */
export function* checkTables(pdf: PDFDocument): Iterable<PdfUaFinding> {
  const elements = structureElements(pdf)
  for (const { type, kids, parent } of elements) {
    const stray = kids.find(kid => kidsOf[type]?.includes(kid.type) === false)
    if (stray) yield { checkpoint: '09-004', message: `${type} holds ${stray.type}` }
    if ((type === 'TH' || type === 'TD') && parent?.type !== 'TR')
      yield { checkpoint: '09-004', message: 'A table cell is outside of a row' }
  }
  for (const table of elements.filter(({ type }) => type === 'Table')) {
    if (tableGrid(pdf, table).some(isUneven))
      yield { checkpoint: '09-004', message: 'The rows of a table differ in length' }
    const cells = withDescendants(table)
    const data = cells.filter(({ type }) => type === 'TD')
    if (data.length > 0 && data.every(cell => hasAttribute(pdf, cell, 'Headers'))) continue
    if (cells.some(cell => cell.type === 'TH' && !hasAttribute(pdf, cell, 'Scope')))
      yield { checkpoint: '15-003', message: 'A header cell does not say what it heads' }
  }
}

/** Whether cells of a row reach where there is no room, or columns are without a cell (ISO 14289-1, section 7.2). */
const isUneven = ({ cells, gaps }: GridRow): boolean =>
  gaps.length > 0 ||
  cells.some(({ columns, rows }) => columns.asked !== columns.given || rows.asked !== rows.given)

function hasAttribute(pdf: PDFDocument, { dict }: StructureElement, attribute: string): boolean {
  return listAt(dict, 'A').some(entry => {
    const attributes = pdf.context.lookup(entry)
    return attributes instanceof PDFDict && attributes.has(name(attribute))
  })
}
