import { leadsWithin } from '../../article-link.js'
import { wordsOf } from '../../walk.js'
import { isEmptyLinkText, linksOf } from './link-text.js'
import { plainWords } from './plain-words.js'
import { shown } from './shown.js'
import type { ArticleRule } from './source-rule.js'

/**
 * Links with the same words lead to the same place (WCAG 2.2, 2.4.9): told once of each. A single word may repeat, as
 * names, abbreviations and citations do, and so may places on one page.
 *
 * @see https://www.w3.org/WAI/WCAG22/Understanding/link-purpose-link-only.html
 */
export const linkAmbiguous: ArticleRule = ({ tree, meta }, report) => {
  const seen = new Map<string, { readonly page: string; told?: boolean }>()
  for (const { node, isInNote } of linksOf(tree)) {
    const { href } = node.properties
    const words = wordsOf(node)
    const plain = plainWords(words)
    if (isInNote || leadsWithin(href) || !saysSomething(plain) || isEmptyLinkText(words, meta.lang)) continue
    const page = pageOf(href)
    const known = seen.get(plain)
    if (!known) seen.set(plain, { page })
    else if (known.page !== page && !known.told) {
      known.told = true
      report(
        'link-ambiguous',
        `Unexpected link \`${shown(words)}\` to \`${shown(href, 60)}\`, where the same words led elsewhere before; expected words that tell them apart`,
        node.position,
      )
    }
  }
}

/** Several words, or letters of a script that may not part them. */
const saysSomething = (plain: string) =>
  (plain.includes(' ') && /\p{L}{3}/u.test(plain)) || /\p{Lo}{4}/u.test(plain)

/** An address as far as it is the same page to a reader. */
const pageOf = (href: string) =>
  href
    .replace(/#.*$/s, '')
    .replace(/^https?:\/\/(?:www\.)?/i, '')
    .replace(/\/$/, '')
