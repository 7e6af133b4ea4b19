import { readLanguage } from '../../parse/language-tag.js'
import { walk } from '../../walk.js'
import type { ArticleRule } from './source-rule.js'

/**
 * A passage in another language names a language (WCAG 2.2, 3.1.2; BCP 47): `ja` and not `jp`. The article's own is
 * judged where its front matter is read. Told once of each.
 *
 * @see https://www.w3.org/WAI/WCAG22/Understanding/language-of-parts.html
 * @see https://www.rfc-editor.org/rfc/rfc5646
 */
export const languageUnknown: ArticleRule = ({ tree }, report) => {
  const told = new Set<string>()
  walk(tree, ({ properties: { lang }, position }) => {
    if (lang === undefined || told.has(lang)) return
    const read = readLanguage(lang)
    if (!('fault' in read)) return
    told.add(lang)
    report('language-unknown', `Unexpected language of a passage: ${read.fault}`, position)
  })
}
