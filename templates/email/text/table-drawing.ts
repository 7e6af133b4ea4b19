import { type Slot, spansOn } from '../../table-grid.js'
import { largest } from '../largest.js'
import { columnsOf, wrap } from './wrap.js'

type Align = 'left' | 'right' | 'center'

/** A slot of the grid with what is drawn in it. */
export interface Drawn extends Slot {
  readonly text: string
  readonly align: Align
}

export type Row = readonly Drawn[]

export interface Grid {
  readonly head: readonly Row[]
  readonly body: readonly Row[]
}

const gap = '  '
/** A column is not made narrower than this many columns of characters. */
const narrowest = 8

/**
 * Widths of the columns, or undefined where they do not fit: the widest give way, to their longest word at the least.
 */
export function fitted({ head, body }: Grid, width: number): number[] | undefined {
  const rows = [...head, ...body]
  const count = largest(
    rows.map(row => row.length),
    0,
  )
  const own = (x: number) =>
    rows.flatMap(row => (row[x] && !row[x].continued && !spansOn(row, x) ? [row[x].text] : []))
  const natural = Array.from({ length: count }, (_, x) => largest(own(x).map(columnsOf), 1))
  const least = Array.from({ length: count }, (_, x) =>
    largest(
      own(x).flatMap(text => text.split(' ').map(columnsOf)),
      narrowest,
    ),
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

export function inColumns({ head, body }: Grid, widths: readonly number[]): string {
  const draw = (row: Row): string => {
    const cells = widths.map((width, x) => {
      const slot = row[x]
      return slot && !slot.continued ? wrap(slot.text, spanned(row, x, widths) ?? width).split('\n') : ['']
    })
    const height = largest(
      cells.map(lines => lines.length),
      1,
    )
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
export function inLines({ head, body }: Grid, width: number): string {
  const rows = body.length > 0 ? body : head
  const columns = largest(
    [...head, ...body].map(row => row.length),
    0,
  )
  const headings = Array.from({ length: body.length > 0 ? columns : 0 }, (_, x) =>
    [...new Set(head.map(row => row[x]?.text ?? ''))].filter(Boolean).join(', '),
  )
  const textOf = (row: Row, x: number) =>
    row[x]?.cell !== undefined && row[x - 1]?.cell === row[x]?.cell ? '' : (row[x]?.text ?? '')
  // A column of nothing but its heading keeps that, in the first row.
  const bare = headings.map((_, x) => rows.every(row => !textOf(row, x)))
  const lineOf = (row: Row, x: number): string => {
    const text = textOf(row, x)
    if (!headings[x] || !(text || (bare[x] && row === rows[0]))) return text
    return text ? `${headings[x]}: ${text}` : `${headings[x]}:`
  }
  return rows
    .map(row => Array.from({ length: columns }, (_, x) => lineOf(row, x)).filter(Boolean))
    .filter(lines => lines.length > 0)
    .map(lines => lines.map(line => wrap(line, width)).join('\n'))
    .join('\n\n')
}
