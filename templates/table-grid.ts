import type { ArticleElement } from '../pipeline/article.js'

export type Cell = ArticleElement<'th'> | ArticleElement<'td'>

/** A place in the grid of a table. A cell that spans several is at the first of them; at the others it goes on. */
export interface Slot {
  readonly cell: Cell | undefined
  readonly continued: boolean
}

/** More columns than this a span may not ask for (HTML Standard, 4.9.11). */
const widestSpan = 1000
/** A group that asks for more slots than this has its spans ignored: no reader could follow them. */
const mostSlots = 100_000

/** The rows of one group, each with a slot for every column. A span ends with its group (HTML Standard, 4.9.12.1). */
export function gridOf(rows: readonly ArticleElement<'tr'>[]): readonly (readonly Slot[])[] {
  const grid: Slot[][] = rows.map(() => [])
  const spans = slotsAsked(rows) <= mostSlots
  rows.forEach((row, y) => {
    let x = 0
    for (const cell of row.children) {
      while (grid[y]?.[x]) x += 1
      const { colSpan = 1, rowSpan = 1 } = cell.properties
      const wide = spans ? clamped(colSpan) : 1
      const deep = spans ? Math.min(rowSpan < 1 ? rows.length : rowSpan, rows.length - y) : 1
      for (let dy = 0; dy < deep; dy += 1) {
        for (let dx = 0; dx < wide; dx += 1) {
          const line = grid[y + dy]
          if (line) line[x + dx] = { cell, continued: dx > 0 || dy > 0 }
        }
      }
      x += wide
    }
  })
  return grid.map(row => Array.from(row, slot => slot ?? { cell: undefined, continued: false }))
}

const clamped = (colSpan: number) => Math.min(Math.max(colSpan, 1), widestSpan)

const slotsAsked = (rows: readonly ArticleElement<'tr'>[]): number =>
  rows
    .flatMap(row =>
      row.children.map(
        ({ properties: { colSpan = 1, rowSpan = 1 } }) => clamped(colSpan) * Math.min(rowSpan, rows.length),
      ),
    )
    .reduce((sum, slots) => sum + slots, 0)

/** Whether the cell at `x` goes on to its right. */
export const spansOn = (row: readonly Slot[], x: number): boolean =>
  row[x]?.cell !== undefined && row[x + 1]?.cell === row[x]?.cell
