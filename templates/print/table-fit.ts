import type { ArticleElement } from '../../pipeline/article.js'
import { elementsNamed, wordsOf } from '../../pipeline/walk.js'
import type { Tokens } from '../tokens.js'
import { textWidth } from './paper.js'
import { piecesOf } from './pieces.js'
import { measureOf } from './scale.js'

/** How a table gets into a page. */
export interface TableFit {
  /** Whether it takes the whole width of the page. */
  readonly wide: boolean
  /** Its size in points, where that is not the size of tables, and cells stand closer. */
  readonly size?: number
  /** What breaks inside where even that is not enough: words first, and numbers only if that does not do. */
  readonly breaks?: 'words' | 'all'
}

/** The size of tables, in parts of `small`, and the size that is the smallest to be read, in points. */
export const tableSize = 1.06
const smallest = 5.5

/** A cell's padding on both sides, in ems: usually, and where a table is set smaller. */
const padding = 1.2
export const closePadding = 0.6
/** A cell that is longer than so many ems is set in several lines anyway. */
const longCell = 18
/** What is longer without a place to break at breaks anywhere: one such thing must not make a table small. */
const longWord = 14
/** What a list, a quotation or a callout takes of the column, in ems of `body`. */
const nestedInset = 2.8
/** A column in which everything breaks keeps so many ems. */
const leastColumn = 2.5

/** A cell of either kind. */
export type Cell = ArticleElement<'td'> | ArticleElement<'th'>

/**
 * How a table fits, by the length of its words: what does not break in the cells of a row has to stand side by side.
 *
 * @param isNested whether it stands in another block, and cannot leave the column
 */
export function tableFit(table: ArticleElement<'table'>, paper: Tokens['paper'], isNested = false): TableFit {
  const cells: number[] = []
  const words: number[] = []
  const numbers: number[] = []
  for (const row of elementsNamed(table, 'tr')) {
    let column = 0
    for (const cell of row.children as readonly Cell[]) {
      const { colSpan: span = 1 } = cell.properties
      if (span === 1) {
        const pieces = piecesOf(cell.children)
        const whole = sum(pieces)
        const longest = Math.min(Math.max(0, ...pieces), longWord)
        cells[column] = Math.max(cells[column] ?? 0, Math.min(whole, longCell))
        words[column] = Math.max(words[column] ?? 0, longest)
        numbers[column] = Math.max(numbers[column] ?? 0, isNumber(cell) ? longest : 0)
      }
      column += span
    }
  }
  const size = paper.small * tableSize
  const room = isNested ? measureOf(paper) - nestedInset * paper.body : textWidth(paper)
  const wide = !isNested && side(cells, padding) * size > measureOf(paper)
  if (side(words, padding) * size <= room) return { wide }
  const fitting = room / side(words, closePadding)
  if (fitting >= smallest) return { wide: !isNested, size: Math.min(size, fitting) }
  const withNumbers = side(
    numbers.map(width => width || leastColumn),
    closePadding,
  )
  return { wide: !isNested, size: smallest, breaks: withNumbers * smallest <= room ? 'words' : 'all' }
}

/** Whether a cell is a number, with its sign or unit. */
export const isNumber = (cell: Cell): boolean =>
  /^(?:[^\p{L}]*\p{Nd}[^\p{L}]*)\p{L}{0,2}$/u.test(wordsOf(cell).trim())

/** Whether a cell has something in it that would make its column too wide if it did not break. */
export const breaksAnywhere = (cell: Cell): boolean => piecesOf(cell.children).some(width => width > longWord)

/** Columns side by side. One without a cell of its own is a hole in the array. */
const side = (columns: readonly number[], between: number): number =>
  sum(Array.from(columns, width => (width ?? 0) + between))

const sum = (widths: readonly number[]): number => widths.reduce((total, width) => total + width, 0)
