import { listAt, name } from '../objects.js'
import { type PDFDocument, PDFNumber } from '../pdf-lib.js'
import { type StructureElement, structureElements } from '../structure-tree.js'
import { spanAttribute, tableGrid } from '../table-grid.js'

/**
 * Makes the grid of every table whole, as ISO 14289-1, section 7.2, asks for: a cell spans what there is for it, and what
 * a row lacks is an empty cell. Chromium writes the spans that the table asks for, and rows as short as they are.
 */
export function mendTables(pdf: PDFDocument): void {
  for (const table of structureElements(pdf)) {
    if (table.type !== 'Table') continue
    for (const { row, cells, gaps } of tableGrid(pdf, table)) {
      for (const { cell, columns, rows } of cells) {
        if (columns.asked !== columns.given) setSpan(pdf, cell, 'ColSpan', columns.given)
        if (rows.asked !== rows.given) setSpan(pdf, cell, 'RowSpan', rows.given)
      }
      if (gaps.length > 0) fill(pdf, row, gaps)
    }
  }
}

function setSpan(pdf: PDFDocument, cell: StructureElement, key: 'ColSpan' | 'RowSpan', span: number): void {
  spanAttribute(pdf, cell, key)?.set(name(key), PDFNumber.of(span))
}

function fill(pdf: PDFDocument, { dict, ref }: StructureElement, gaps: readonly number[]): void {
  if (!ref) return
  const empty = gaps.map(span =>
    pdf.context.register(
      pdf.context.obj({ Type: 'StructElem', S: 'TD', P: ref, A: [{ O: 'Table', ColSpan: span }] }),
    ),
  )
  dict.set(name('K'), pdf.context.obj([...listAt(dict, 'K'), ...empty]))
}
