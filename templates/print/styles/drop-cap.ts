import type { Issue } from '../../../pipeline/article.js'
import type { CssRules } from '../../css.js'
import type { Tokens } from '../../tokens.js'
import { pageNameOf } from '../page-name.js'

/** Scripts with capitals. In others a first letter is joined to the next (Arabic), or is as high as a line (Chinese). */
const withCapitals = new Set(['Latn', 'Cyrl', 'Grek', 'Armn'])

/** An article's first letter, with an opening quote before it, as many lines high as the theme says. */
export const dropCapRules = ({ paper }: Tokens, { articles }: Issue): CssRules =>
  Object.fromEntries(
    articles
      .filter(({ meta }) => paper.dropCap > 1 && withCapitals.has(scriptOf(meta.lang)))
      .map(article => [
        `.${pageNameOf(article)} .text > p:first-child:not(.picture)::first-letter`,
        { initialLetter: paper.dropCap, fontWeight: 400, marginInlineEnd: '0.08em' },
      ]),
  )

/** ISO 15924, as CLDR's likely subtags have it for a language. */
const scriptOf = (lang: string): string => new Intl.Locale(lang).maximize().script ?? ''
