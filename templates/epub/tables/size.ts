import type { ArticleElement } from '../../../pipeline/article.js'
import { elementsNamed, wordsOf } from '../../../pipeline/walk.js'
import { gridOf, type Slot, spansOn } from '../../table-grid.js'

/** A table's rows, each with a slot for every column, by what they are for. */
export interface TableGrid {
  readonly head: readonly (readonly Slot[])[]
  readonly body: readonly (readonly Slot[])[]
  readonly foot: readonly (readonly Slot[])[]
  readonly columns: number
}

/**
 * The grid of a table; a span ends with its group, so each group is laid out by itself. A table without a head whose
 * first row is of headings has its head there.
 */
export function tableGrid(table: ArticleElement<'table'>): TableGrid {
  const rows = (name: 'thead' | 'tbody' | 'tfoot') =>
    table.children.flatMap(group => (group.tagName === name ? gridOf(group.children) : []))
  const [named, all, foot] = [rows('thead'), rows('tbody'), rows('tfoot')]
  const [first = [], ...others] = all
  const headless = named.length === 0 && first.length > 0 && first.every(isHeading)
  const [head, body] = headless ? [[first], others] : [named, all]
  const columns = [...head, ...body, ...foot].reduce((most, row) => Math.max(most, row.length), 0)
  return { head, body, foot, columns }
}

const isHeading = ({ cell }: Slot): boolean => cell?.tagName === 'th' && (cell.properties.rowSpan ?? 1) === 1

/**
 * What a table may have and still be read as one. Kobo warns of more than four columns, above all on e-ink (Kobo ePub
 * Guidelines, "Tables": github.com/kobolabs/epub-spec); Kindle enlarges a table only below 100 rows and 10 columns
 * (Kindle Publishing Guidelines, "Table Guidelines - Reflowable": kdp.amazon.com/help?topicId=GZ8BAXASXKB5JVML).
 */
const mostColumns = 4
const mostRows = 99

/** Letters that stand side by side on a telephone, and on an e-reader of six inches, in the size of a table. */
const lineOfLetters = 44

/** Letters that the sides of a cell are wide. */
const cellSides = 2

/** Whether a table is wider or longer than small screens and Kindle can show, or holds another, which Kindle cannot. */
export function isLarge(table: ArticleElement<'table'>, grid: TableGrid): boolean {
  const rows = grid.head.length + grid.body.length + grid.foot.length
  if (grid.columns > mostColumns || rows > mostRows || elementsNamed(table, 'table').length > 0) return true
  return sum(columnLetters(grid).map(({ word }) => word + cellSides)) > lineOfLetters
}

/** Letters of a column's longest word, which it cannot be narrower than, and of its longest cell. */
export interface ColumnLetters {
  readonly word: number
  readonly cell: number
}

/** How wide each column's words are. A cell over several columns is as wide as they are, whatever it holds. */
export function columnLetters({ head, body, foot, columns }: TableGrid): readonly ColumnLetters[] {
  const widest = Array.from({ length: columns }, () => ({ word: 1, cell: 1 }))
  for (const row of [...head, ...body, ...foot]) {
    for (const [x, { cell, continued }] of row.entries()) {
      const column = widest[x]
      if (!cell || !column || continued || spansOn(row, x)) continue
      const words = wordsOf(cell)
        .trim()
        .split(/[\s\u00AD\u200B]+|(?<=-)/u)
      column.word = words.reduce((longest, word) => Math.max(longest, letters(word)), column.word)
      column.cell = Math.max(column.cell, letters(words.join(' ')))
    }
  }
  return widest
}

// A character of Chinese, Japanese or Korean is as wide as two letters, and a line may end after each.
const wide = /[\u1100-\u115F\u2E80-\u9FFF\uAC00-\uD7AF\uF900-\uFAFF\uFF00-\uFF60\u{20000}-\u{3FFFF}]/gu

function letters(word: string): number {
  const signs = word.match(wide)?.length ?? 0
  return Math.min([...word].length + signs, signs > 0 ? 8 : Number.POSITIVE_INFINITY)
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0)
