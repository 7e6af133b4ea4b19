import type { ArticleElement } from '../../../pipeline/article.js'
import { type Cell, gridOf, type Slot } from '../../table-grid.js'
import { block, blocksOf, paragraphOf, type TextHandler, type TextState } from './state.js'
import { type Drawn, fitted, type Grid, inColumns, inLines, type Row } from './table-drawing.js'

/** Columns where they fit, wrapped in their cells if need be; else each row as lines of "heading: value". */
export const table: TextHandler<'table'> = (node, state) => {
  const captions = node.children.filter(child => child.tagName === 'caption')
  const grid = drawnGrid(node, state)
  const widths = fitted(grid, state.width)
  const drawn = widths ? inColumns(grid, widths) : inLines(grid, state.width)
  return [...captions.map(caption => block(paragraphOf(caption, state))), ...(drawn ? [block(drawn)] : [])]
}

/** The parts of a table, where its own handler does not place them. */
export const part: TextHandler<'thead' | 'tbody' | 'tfoot' | 'tr' | 'th' | 'td'> = (node, state) => [
  block(paragraphOf(node, state)),
]

function drawnGrid(node: ArticleElement<'table'>, state: TextState): Grid {
  const texts = new Map<Cell, string>()
  const drawn = (slot: Slot): Drawn => {
    const { cell } = slot
    if (!cell) return { ...slot, text: '', align: 'left' }
    const text = texts.get(cell) ?? cellText(cell, state)
    texts.set(cell, text)
    return { ...slot, text, align: cell.properties.align ?? 'left' }
  }
  const head: Row[] = []
  const body: Row[] = []
  for (const group of node.children) {
    if (group.tagName === 'caption') continue
    const rows = group.tagName === 'thead' ? head : body
    for (const row of gridOf(group.children)) rows.push(row.map(drawn))
  }
  return { head, body }
}

/** A cell is one line: its blocks and line breaks stand side by side. */
const cellText = (cell: Cell, state: TextState): string =>
  blocksOf(cell.children, { ...state, width: Number.POSITIVE_INFINITY })
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim()
