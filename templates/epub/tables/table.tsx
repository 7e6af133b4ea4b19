import type { ElementContent } from 'hast'
import type { Handler } from '../../handlers.js'
import { globalsOf, type HtmlState, htmlOf } from '../../html/state.js'
import { columnLetters, isLarge, type TableGrid, tableGrid } from './size.js'
import { canStack, stacked } from './stacked.js'

/**
 * A table as it is where it can be read so, else its rows one below the other, each cell with the label of its column.
 * Never a picture: who hears the page, and who enlarges its letters, could not read that, and Amazon advises against it
 * (Kindle Publishing Guidelines, "Large Tables").
 */
export const table: Handler<'table', ElementContent, HtmlState> = (node, state) => {
  const grid = tableGrid(node)
  const { tables = 'auto' } = state.rendering.publication.epub ?? {}
  const wanted = tables === 'stack' || (tables === 'auto' && isLarge(node, grid))
  if (wanted && canStack(grid)) return stacked(node, grid, state)
  const [first] = node.children
  const caption = first?.tagName === 'caption' ? [first] : []
  return [
    <table {...globalsOf(node.properties, state)}>
      {htmlOf(caption, state)}
      {columns(grid)}
      {htmlOf(node.children.slice(caption.length), state)}
    </table>,
  ]
}

/** More columns than these share the line equally. */
const mostWidths = 40

/**
 * The columns' widths by their words. The table's layout is fixed, so that it is never wider than the page: then a word
 * is broken where letters are large, and only there.
 */
function columns(grid: TableGrid): ElementContent[] {
  if (grid.columns < 2 || grid.columns > mostWidths) return []
  const widths = shares(grid)
  const whole = widths.reduce((sum, width) => sum + width, 0)
  return [
    <colgroup>
      {widths.map(width => (
        <col style={`width: ${((100 * width) / whole).toFixed(1)}%`} />
      ))}
    </colgroup>,
  ]
}

/** Letters that the line of a table has on a small screen, and that of the longest cell in one line. */
const line = 44
const longCell = 30
const cellSides = 2
/** Letters that a word keeps side by side. */
const shortest = 4

/**
 * The longest word of each column, and what is left of the line for those whose cells are longer than a word. Where not
 * even the words have room side by side, it is the longest that break.
 */
function shares(grid: TableGrid): readonly number[] {
  const columns = columnLetters(grid)
  let longest = line
  const taken = () => columns.reduce((sum, { word }) => sum + Math.min(word, longest) + cellSides, 0)
  while (longest > shortest && taken() > line) longest -= 1
  const letters = columns.map(({ word, cell }) => ({
    least: Math.min(word, longest) + cellSides,
    more: Math.max(0, Math.min(cell, longCell) - word),
  }))
  const least = letters.reduce((sum, column) => sum + column.least, 0)
  const more = letters.reduce((sum, column) => sum + column.more, 0)
  const given = more === 0 ? 0 : Math.min(1, Math.max(0, line - least) / more)
  return letters.map(column => column.least + column.more * given)
}
