import { listAt, name, numberAt } from './objects.js'
import { PDFDict, type PDFDocument } from './pdf-lib.js'
import type { StructureElement } from './structure-tree.js'

/** A cell with the room it has, which may be less than it asks for. */
export interface PlacedCell {
  readonly cell: StructureElement
  readonly columns: Span
  readonly rows: Span
}

/** How many columns or rows a cell asks for, and how many there are for it. */
interface Span {
  readonly asked: number
  readonly given: number
}

/** A row with its cells and the runs of columns that no cell takes. */
export interface GridRow {
  readonly row: StructureElement
  readonly cells: readonly PlacedCell[]
  /** The lengths of the runs, in order; all of them are behind the row's own cells. */
  readonly gaps: readonly number[]
}

/**
 * The cells of a table in its grid, as HTML lays them out (HTML, 4.9.12.1): no cell reaches out of its group of rows, or
 * over another cell.
 */
export function tableGrid(pdf: PDFDocument, table: StructureElement): GridRow[] {
  const rows = rowsIn(table)
  const placed: { row: StructureElement; cells: PlacedCell[]; taken: boolean[] }[] = []
  for (const group of groupsOf(rows)) {
    const taken: boolean[][] = group.map(() => [])
    for (const [index, row] of group.entries()) {
      const own = taken[index] as boolean[]
      const cells: PlacedCell[] = []
      let column = 0
      for (const cell of row.kids.filter(({ type }) => type === 'TH' || type === 'TD')) {
        while (own[column]) column++
        const askedColumns = spanOf(pdf, cell, 'ColSpan')
        const askedRows = spanOf(pdf, cell, 'RowSpan')
        let columns = 1
        while (columns < askedColumns && !own[column + columns]) columns++
        const height = Math.min(askedRows || group.length, group.length - index)
        for (const line of taken.slice(index, index + height))
          for (let across = column; across < column + columns; across++) line[across] = true
        cells.push({
          cell,
          columns: { asked: askedColumns, given: columns },
          rows: { asked: askedRows, given: height },
        })
        column += columns
      }
      placed.push({ row, cells, taken: own })
    }
  }
  const width = Math.max(0, ...placed.map(({ taken }) => taken.length))
  return placed.map(({ row, cells, taken }) => ({ row, cells, gaps: gapsIn(taken, width) }))
}

/** The rows of a table, without those of a table in one of its cells. */
const rowsIn = ({ kids }: StructureElement): StructureElement[] =>
  kids.flatMap(kid => (kid.type === 'TR' ? [kid] : /^T(?:Head|Body|Foot)$/.test(kid.type) ? rowsIn(kid) : []))

/** Rows by the element that holds them: a cell ends with its group. */
function groupsOf(rows: readonly StructureElement[]): StructureElement[][] {
  const groups = new Map<StructureElement | undefined, StructureElement[]>()
  for (const row of rows) groups.set(row.parent, [...(groups.get(row.parent) ?? []), row])
  return [...groups.values()]
}

function gapsIn(taken: readonly boolean[], width: number): number[] {
  const gaps: number[] = []
  for (let column = 0; column < width; column++) {
    if (taken[column]) continue
    if (column > 0 && !taken[column - 1] && gaps.length > 0) gaps[gaps.length - 1] = (gaps.at(-1) ?? 0) + 1
    else gaps.push(1)
  }
  return gaps
}

function spanOf(pdf: PDFDocument, cell: StructureElement, key: 'ColSpan' | 'RowSpan'): number {
  return numberAt(spanAttribute(pdf, cell, key), key) ?? 1
}

/** The attribute object of a cell that has this span (ISO 32000-1, table 349). */
export function spanAttribute(
  pdf: PDFDocument,
  { dict }: StructureElement,
  key: 'ColSpan' | 'RowSpan',
): PDFDict | undefined {
  return listAt(dict, 'A')
    .map(entry => pdf.context.lookup(entry))
    .find((object): object is PDFDict => object instanceof PDFDict && object.has(name(key)))
}
