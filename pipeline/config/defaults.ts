import { defaultTokens } from '../../templates/tokens.js'
import { formats } from '../article.js'

/** What stands for every key that a config leaves out. */
export const defaults = {
  name: 'Newsletter',
  lang: 'en',
  formats,
  content: 'content',
  output: 'dist',
  singleDollar: false,
  tokens: defaultTokens,
} as const
