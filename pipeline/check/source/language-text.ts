import type { ArticleNode, ArticleRoot } from '../../article.js'
import { languageOf, languagesByWords } from '../../read/text/languages.js'
import type { ArticleRule } from './source-rule.js'

const latin =
  'af br ca cs cy da de en es et eu fi fr ga gl hr hu id is it la lt lv nb nl nn no pl pt ro sk sl sq sv sw tr vi'
/** Scripts, by Unicode's names, that a language is written in; those that have several, Serbian say, are not here. */
const scriptsOf: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(latin.split(' ').map(lang => [lang, ['Latin']])),
  ...Object.fromEntries('be bg mk ru uk'.split(' ').map(lang => [lang, ['Cyrillic']])),
  ...Object.fromEntries('ar fa ps ur'.split(' ').map(lang => [lang, ['Arabic']])),
  ...Object.fromEntries('hi mr ne'.split(' ').map(lang => [lang, ['Devanagari']])),
  el: ['Greek'],
  he: ['Hebrew'],
  hy: ['Armenian'],
  ka: ['Georgian'],
  my: ['Myanmar'],
  si: ['Sinhala'],
  ta: ['Tamil'],
  te: ['Telugu'],
  th: ['Thai'],
  ja: ['Han', 'Hiragana', 'Katakana'],
  ko: ['Hangul', 'Han'],
  zh: ['Han', 'Bopomofo'],
}
const scripts = new Map(
  [...new Set(Object.values(scriptsOf).flat())].map(name => [name, new RegExp(`\\p{Script=${name}}`, 'gu')]),
)

/** Codes of small languages that are also those of countries: Northern Sami, Chamorro, Ewe, Kanuri, Breton. */
const countries = new Set(['se', 'ch', 'ee', 'kr', 'br'])
/** Languages that share their commonest words. */
const alike = new Set(['da', 'nb', 'nn', 'no', 'sv'])

/** Letters and words from which a text is long enough to be judged, and the signs of it that are looked at. */
const least = { letters: 200, words: 80 }
const sample = 6000

/** What is no prose, or no words of the writer's language. */
const foreign = new Set(['pre', 'code', 'kbd', 'math', 'equation', 'embed', 'mergetag', 'notes'])

const names = new Intl.DisplayNames(['en'], { type: 'language' })

/**
 * An article is written in the language that it says (WCAG 2.2, 3.1.1): voices, the division of words, fonts and
 * quotation marks go by it. Judged by script, and by the commonest words of languages that can be told apart by them;
 * of others nothing is said. Passages that name their own language are left out.
 *
 * @see https://www.w3.org/WAI/WCAG22/Understanding/language-of-page.html
 */
export const languageText: ArticleRule = ({ tree, meta, places }, report) => {
  const own = meta.lang.split('-')[0]?.toLowerCase() ?? ''
  // Who names a script knows what they do.
  if (new Intl.Locale(meta.lang).script !== undefined) return
  const prose = beginningOf(tree, own)
  const meant = languageOf(prose)
  const script = strangeScript(prose, own)
  const found = script ? `in ${script} letters` : isOther(meant, own, prose) ? `in ${names.of(meant)}` : ''
  if (found === '') return
  const said =
    meant !== undefined && meant !== own ? `\`lang: ${meant}\` in the front matter` : 'another `lang`'
  report(
    'language-text',
    `Unexpected text ${found} in an article whose language is \`${meta.lang}\` (${names.of(meta.lang)}), expected ${said}: voices, the division of words and quotation marks go by it`,
    places?.lang,
  )
}

/** The script of more than half of the letters, where the language is not written in it. */
function strangeScript(prose: string, own: string): string | undefined {
  const expected = scriptsOf[own]
  const letters = prose.match(/\p{L}/gu)?.length ?? 0
  if (!expected || letters < least.letters) return undefined
  const isMost = (script: string) => (prose.match(scripts.get(script) ?? /$^/)?.length ?? 0) > letters / 2
  if (expected.some(isMost)) return undefined
  return [...scripts.keys()].find(script => !expected.includes(script) && isMost(script))
}

function isOther(meant: string | undefined, own: string, prose: string): meant is string {
  if (meant === undefined || meant === own || (alike.has(meant) && alike.has(own))) return false
  if (!languagesByWords.has(own) && !countries.has(own)) return false
  return (prose.match(/[\p{L}\p{M}]+/gu)?.length ?? 0) >= least.words
}

/** As much of the running text as is looked at. */
function beginningOf(tree: ArticleRoot, own: string): string {
  let prose = ''
  for (const block of tree.children) {
    prose += proseOf(block, own)
    if (prose.length >= sample) break
  }
  return prose.slice(0, sample)
}

/** The running text that is in the article's own language, as far as it says. */
function proseOf(node: ArticleNode, own: string): string {
  if (node.type === 'text') return node.value
  const { lang } = node.properties
  if (foreign.has(node.tagName)) return ' '
  if (lang !== undefined && lang.split('-')[0]?.toLowerCase() !== own) return ' '
  // The children of each kind of parent are nodes of the tree, or MathML, which is left out above.
  const text = (node.children as readonly ArticleNode[]).map(child => proseOf(child, own)).join('')
  return /^(?:p|h\d|li|dt|dd|t[dh]|figcaption)$/.test(node.tagName) ? `${text} ` : text
}
