import type { Article, Issue } from '../../../pipeline/article.js'
import { wordsOf } from '../../../pipeline/walk.js'
import type { CssRules } from '../../css.js'
import type { Tokens } from '../../tokens.js'
import { pageNameOf } from '../page-name.js'

/** Scripts with capitals. In others a first letter is joined to the next (Arabic), or is as high as a line (Chinese). */
const withCapitals = new Set(['Latn', 'Cyrl', 'Grek', 'Armn'])

/** An article's first letter, with an opening quote before it, as many lines high as the theme says. */
export const dropCapRules = ({ paper }: Tokens, { articles }: Issue): CssRules =>
  Object.fromEntries(
    articles
      .filter(
        article =>
          // A letter begins with whom it is to.
          paper.dropCap > 1 &&
          !article.letter &&
          withCapitals.has(scriptOf(article.meta.lang)) &&
          begins(article),
      )
      .map(article => [
        `.${pageNameOf(article)} .text > p:first-child:not(.picture)::first-letter`,
        { initialLetter: paper.dropCap, fontWeight: 400, marginInlineEnd: '0.08em' },
      ]),
  )

/**
 * Whether a word of two letters or more comes first. Chromium writes no space after a letter that is a word, so that in
 * the text of the PDF it would be one with the next.
 */
const begins = ({ tree }: Article): boolean => {
  const [first] = tree.children
  return first?.tagName === 'p' && /^\P{L}?\p{L}[\p{L}\p{M}’']/u.test(wordsOf(first))
}

/** ISO 15924, as CLDR's likely subtags have it for a language. */
const scriptOf = (lang: string): string => new Intl.Locale(lang).maximize().script ?? ''
