import type { AnyElement, ArticleElement } from '../../pipeline/article.js'
import { elementsNamed, wordsOf } from '../../pipeline/walk.js'
import type { Tokens } from '../tokens.js'
import { textWidth } from './paper.js'
import { letterWidth, measureOf } from './scale.js'
import { lettersOf } from './shortened.js'

/** How a table gets into a page: in the column, over the whole width, or small and with its words broken. */
export type TableFit = 'column' | 'wide' | 'tight'

/** What a letter of a table takes on the average, in ems of `small`, and what a cell's padding does, in letters. */
const tableLetter = 0.55
const padding = 3
/** A cell that is longer than so many letters is set in several lines anyway. */
const longCell = 36

/** How a table fits, by the length of its words: the words of a row have to stand side by side. */
export function tableFit(table: ArticleElement<'table'>, paper: Tokens['paper']): TableFit {
  const cells: number[] = []
  const words: number[] = []
  for (const row of elementsNamed(table, 'tr')) {
    let column = 0
    for (const cell of row.children as readonly AnyElement[]) {
      const span = 'colSpan' in cell.properties ? (cell.properties.colSpan ?? 1) : 1
      if (span === 1) {
        const text = wordsOf(cell)
        cells[column] = Math.max(cells[column] ?? 0, Math.min(text.length, longCell) + padding)
        words[column] = Math.max(words[column] ?? 0, longestWord(text) + padding)
      }
      column += span
    }
  }
  const letter = paper.small * tableLetter
  if (sum(words) * letter > textWidth(paper)) return 'tight'
  return sum(cells) * letter > measureOf(paper) ? 'wide' : 'column'
}

const longestWord = (text: string): number =>
  text.split(/[\s\u00AD-]+/).reduce((longest, word) => Math.max(longest, word.length), 0)

// A column without a cell of its own is a hole in the array.
const sum = (lengths: readonly number[]): number =>
  lengths.reduce((total, length) => total + (length ?? 0), 0)

/**
 * Whether a paragraph may be of three lines. Chromium leaves the last of three alone on the next page (where orphans and
 * widows cannot both be had, it minds orphans), so such a one has to stay in one piece.
 */
export function isShort(text: string, paper: Tokens['paper']): boolean {
  const lines = lettersOf(text) / (measureOf(paper) / (paper.body * letterWidth))
  // A quotation's lines are shorter than the column; what is nearly four lines may have a last one of a word.
  return lines > 1.4 && lines < 3.3
}
