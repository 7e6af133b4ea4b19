import type { Stylesheet } from '../css.js'
import type { Tokens } from '../tokens.js'
import { blockRules } from './styles/blocks.js'
import { colourRules, picturesInTheDark } from './styles/colours.js'
import { downloadRules } from './styles/downloads.js'
import { issueRules } from './styles/issue.js'
import { pageRules } from './styles/page.js'
import { paperRules } from './styles/paper.js'
import { phoneRules } from './styles/phone.js'
import { tableRules } from './styles/tables.js'
import { textRules } from './styles/text.js'

/** A style sheet of the page, and the media it is for; undefined for all. */
export interface WebSheet {
  readonly media?: string
  readonly rules: Stylesheet
}

/** The page's looks, in order. */
export type WebStyles = (tokens: Tokens) => readonly WebSheet[]

/** The default looks: one column, the theme's colours by day and by night, plain on paper. */
export const webStyles: WebStyles = tokens => [
  {
    rules: [
      pageRules(tokens),
      textRules(tokens),
      blockRules(tokens),
      tableRules(tokens),
      downloadRules(tokens),
      issueRules(tokens),
      colourRules(tokens.light),
    ],
  },
  {
    media: 'screen and (prefers-color-scheme: dark)',
    rules: [colourRules(tokens.dark), picturesInTheDark(tokens)],
  },
  { media: '(max-width: 30em)', rules: [phoneRules(tokens)] },
  { media: 'print', rules: [paperRules] },
]
