import type { Tokens } from '../tokens.js'
import { letterWidth, measureOf } from './scale.js'
import { lettersOf } from './shortened.js'

/**
 * Whether a paragraph may be of three lines. Chromium leaves the last of three alone on the next page (where orphans and
 * widows cannot both be had, it minds orphans), so such a one has to stay in one piece.
 */
export function isShort(text: string, paper: Tokens['paper']): boolean {
  const lines = linesOf(text, paper)
  // A quotation's lines are shorter than the column; what is nearly four lines may have a last one of a word.
  return lines > 1.4 && lines < 3.3
}

/** About how many lines of a column a text takes, a last one of a few words being a part of one. */
export const linesOf = (text: string, paper: Tokens['paper']): number =>
  lettersOf(text) / (measureOf(paper) / (paper.body * letterWidth))
