import type { Stylesheet } from '../css.js'
import type { Tokens } from '../tokens.js'
import { blockRules } from './styles/blocks.js'
import { frontRules } from './styles/front.js'
import { logical } from './styles/logical.js'
import { tableRules } from './styles/tables.js'
import { textRules } from './styles/text.js'
import { uprightRules } from './styles/upright.js'

/**
 * The looks of a book on a reader's own device. The reader chooses the typeface, the size, the line height and the
 * colours: nothing here sets them for running text (`fonts.ts` does with the typeface where a publication asks for it), and rules take the text's own colour, so that night and sepia
 * hold. Margins at the sides are percentages and the same on both, for either direction, and every side of the page is
 * said as a side of the text too, for lines from top to bottom. No rule uses a variable, which Kindle and older engines
 * do not know.
 */
export const epubStyles = (_tokens: Tokens): Stylesheet =>
  [textRules, frontRules, blockRules, tableRules, uprightRules].map(logical)
