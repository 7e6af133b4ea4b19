import type { ArticleElement } from '../../../pipeline/article.js'
import { type Cell, gridOf, type Slot, spansOn } from '../grid.js'
import { block, blocksOf, paragraphOf, type TextHandler, type TextState } from './state.js'
import { columnsOf, wrap } from './wrap.js'

type Align = 'left' | 'right' | 'center'

/** A slot of the grid with what is drawn in it. */
interface Drawn extends Slot {
  readonly text: string
  readonly align: Align
}

type Row = readonly Drawn[]

interface Grid {
  readonly head: readonly Row[]
  readonly body: readonly Row[]
}

const gap = '  '
/** A column is not made narrower than this many columns of characters. */
const narrowest = 8

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
    const rows = gridOf(group.children).map(row => row.map(drawn))
    ;(group.tagName === 'thead' ? head : body).push(...rows)
  }
  return { head, body }
}

/** A cell is one line: its blocks and line breaks stand side by side. */
const cellText = (cell: Cell, state: TextState): string =>
  blocksOf(cell.children, { ...state, width: Number.POSITIVE_INFINITY })
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim()

/**
 * Widths of the columns, or undefined where they do not fit: the widest give way, to their longest word at the least.
 */
function fitted({ head, body }: Grid, width: number): number[] | undefined {
  const rows = [...head, ...body]
  const count = Math.max(0, ...rows.map(row => row.length))
  const own = (x: number) =>
    rows.flatMap(row => (row[x] && !row[x].continued && !spansOn(row, x) ? [row[x].text] : []))
  const natural = Array.from({ length: count }, (_, x) => Math.max(1, ...own(x).map(columnsOf)))
  const least = Array.from({ length: count }, (_, x) =>
    Math.max(narrowest, ...own(x).flatMap(text => text.split(' ').map(columnsOf))),
  )
  const room = width - gap.length * (count - 1)
  const needed = natural.reduce((sum, one, x) => sum + Math.min(one, least[x] ?? one), 0)
  if (needed > room) return undefined
  const widths = natural.map(one => Math.min(one, room))
  let excess = widths.reduce((sum, one) => sum + one, 0) - room
  while (excess > 0) {
    const widest = widths.reduce((best, one, x) => {
      const spare = one - (least[x] ?? 0)
      return spare > 0 && (best < 0 || one > (widths[best] ?? 0)) ? x : best
    }, -1)
    if (widest < 0) return undefined
    widths[widest] = (widths[widest] ?? 0) - 1
    excess -= 1
  }
  return widths
}

function inColumns({ head, body }: Grid, widths: readonly number[]): string {
  const draw = (row: Row): string => {
    const cells = widths.map((width, x) => {
      const slot = row[x]
      return slot && !slot.continued ? wrap(slot.text, spanned(row, x, widths) ?? width).split('\n') : ['']
    })
    const height = Math.max(...cells.map(lines => lines.length))
    return Array.from({ length: height }, (_, y) =>
      drawLine(
        row,
        cells.map(lines => lines[y] ?? ''),
        widths,
      ),
    ).join('\n')
  }
  const rule = widths.map(width => '-'.repeat(width)).join(gap)
  return [...head.map(draw), ...(head.length > 0 ? [rule] : []), ...body.map(draw)].join('\n')
}

/** The width that a cell has with the columns it spans. */
function spanned(row: Row, x: number, widths: readonly number[]): number | undefined {
  let end = x + 1
  while (spansOn(row, end - 1)) end += 1
  return end > x + 1
    ? widths.slice(x, end).reduce((sum, one) => sum + one + gap.length, -gap.length)
    : undefined
}

function drawLine(row: Row, lines: readonly string[], widths: readonly number[]): string {
  let drawn = ''
  for (let x = 0; x < widths.length; x += 1) {
    const width = spanned(row, x, widths) ?? widths[x] ?? 0
    drawn += aligned(lines[x] ?? '', width, row[x]?.align ?? 'left') + gap
    while (spansOn(row, x)) x += 1
  }
  return drawn.trimEnd()
}

function aligned(text: string, width: number, align: Align): string {
  const free = Math.max(0, width - columnsOf(text))
  const before = align === 'right' ? free : align === 'center' ? Math.floor(free / 2) : 0
  return ' '.repeat(before) + text + ' '.repeat(free - before)
}

/** Each row by itself, for a table that no line can hold: "heading: value", a heading that spans said with each. */
function inLines({ head, body }: Grid, width: number): string {
  const rows = body.length > 0 ? body : head
  const headings = (x: number) => [...new Set(head.map(row => row[x]?.text ?? ''))].filter(Boolean).join(', ')
  return rows
    .map(row =>
      row
        .flatMap((slot, x) =>
          slot.text
            ? [wrap(headings(x) && body.length > 0 ? `${headings(x)}: ${slot.text}` : slot.text, width)]
            : [],
        )
        .join('\n'),
    )
    .filter(Boolean)
    .join('\n\n')
}
