import type { Article, Issue } from '../../../pipeline/article.js'
import { elementsNamed, wordsOf } from '../../../pipeline/walk.js'
import type { CssRules } from '../../css.js'
import type { Tokens } from '../../tokens.js'
import { pageNameOf } from '../page-name.js'
import type { Scale } from '../scale.js'
import { linesOf } from '../short.js'

/** Scripts with capitals. In others a first letter is joined to the next (Arabic), or is as high as a line (Chinese). */
const withCapitals = new Set(['Latn', 'Cyrl', 'Grek', 'Armn'])

/** An article's first letter, with an opening quote before it, as many lines high as the theme says. */
export const dropCapRules = ({ paper }: Tokens, { articles }: Issue, scale: Scale): CssRules =>
  Object.fromEntries(
    articles
      .filter(
        article =>
          // A letter begins with whom it is to.
          paper.dropCap > 1 &&
          !article.letter &&
          withCapitals.has(scriptOf(article.meta.lang)) &&
          begins(article, paper),
      )
      .flatMap(article => {
        const first = `.${pageNameOf(article)} .text > p:first-child:not(.picture)`
        return [
          // A letter reaches out of a paragraph of fewer lines than it has, into whatever follows.
          [first, { minBlockSize: scale.lines(paper.dropCap), orphans: paper.dropCap }],
          [
            `${first}::first-letter`,
            { initialLetter: paper.dropCap, fontWeight: 400, marginInlineEnd: '0.08em' },
          ],
        ]
      }),
  )

/**
 * Whether a word of two letters or more comes first, in a paragraph about as long as the letter is high: a shorter one
 * would leave a hole beside it. Chromium writes no space after a letter that is a word, so that in the text of the PDF it
 * would be one with the next.
 */
const begins = ({ tree }: Article, paper: Tokens['paper']): boolean => {
  const [first] = tree.children
  if (first?.tagName !== 'p') return false
  const words = wordsOf(first)
  const lines = linesOf(words, paper) + elementsNamed(first, 'br').length
  return lines > paper.dropCap - 1 && /^\P{L}?\p{L}[\p{L}\p{M}’']/u.test(words)
}

/** ISO 15924, as CLDR's likely subtags have it for a language. */
const scriptOf = (lang: string): string => new Intl.Locale(lang).maximize().script ?? ''
