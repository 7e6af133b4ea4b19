import type { Root } from 'hast'
import {
  type Hyphenate,
  type Hyphenators,
  hyphenated,
  languagesOf,
} from '../../templates/print/hyphenation.js'

/** Patterns by file of the package `hyphen`, and the letters that stay together at a word's start and its end. */
interface Practice {
  readonly patterns: string
  readonly start: number
  readonly end: number
  /** Nouns are written with a capital, so that a capital does not tell a name. */
  readonly capitals: boolean
}

const practice = (patterns: string, end = 2, capitals = false): Practice => ({
  patterns,
  start: 2,
  end,
  capitals,
})

/**
 * Languages that divide words with a hyphen and that there are patterns for, with the least number of letters that TeX
 * leaves at a word's end (hyph-utf8's language files). Languages that break without a sign (Thai, most of India's) or
 * anywhere (Chinese, Japanese) are not here.
 */
const practices: Readonly<Record<string, Practice>> = {
  ...Object.fromEntries(
    `af be bg ca da es eu fi fur gl hr hsb hu hy ia id is it ka kmr la lt lv mk nb nl nn no oc
     pl pms rm ro ru sl sq sv tk tr uk`
      .split(/\s+/)
      .map(lang => [lang, practice(lang)]),
  ),
  ...Object.fromEntries(['cs', 'cy', 'et', 'fr', 'ga', 'pt', 'sk'].map(lang => [lang, practice(lang, 3)])),
  de: practice('de-1996', 2, true),
  'de-1901': practice('de-1901', 2, true),
  el: practice('el-monoton'),
  'el-polyton': practice('el-polyton'),
  grc: practice('grc'),
  en: practice('en-us', 3),
  'en-us': practice('en-us', 3),
  ...Object.fromEntries(
    // They spell, and divide, as the British do.
    ['gb', 'au', 'ie', 'in', 'nz', 'sg', 'za'].map(region => [`en-${region}`, practice('en-gb', 3)]),
  ),
  ku: practice('kmr'),
  mn: practice('mn-cyrl'),
  sr: practice('sr-cyrl'),
  'sr-latn': practice('sh-latn'),
  bs: practice('sh-latn'),
  sh: practice('sh-latn'),
}

/** The practice of a language: of its tag, or of what is left when it is shortened from its end (RFC 4647, 3.4). */
function practiceOf(lang: string): Practice | undefined {
  const parts = lang.toLowerCase().split('-')
  for (let count = parts.length; count > 0; count--) {
    const tag = parts.slice(0, count).join('-')
    if (Object.hasOwn(practices, tag)) return practices[tag]
  }
  return undefined
}

/** Words of fewer letters stay whole: what a hyphen would gain is less than what it costs the reader. */
const shortest = 6

const softHyphen = '\u00AD'

/** A document to print with soft hyphens, by the languages that its elements name. */
export const withSoftHyphens = async (html: Root): Promise<Root> =>
  hyphenated(html, await hyphenatorsFor(languagesOf(html)))

/** What divides words, by language. Patterns are loaded here, and only those that are asked for. */
export async function hyphenatorsFor(languages: Iterable<string>): Promise<Hyphenators> {
  const found = new Map<string, Hyphenate>()
  for (const lang of languages) {
    const of = practiceOf(lang)
    if (of) found.set(lang, hyphenate(of, lang, await divider(of.patterns)))
  }
  return found
}

type Divide = (word: string) => string

async function divider(patterns: string): Promise<Divide> {
  // The package has no types; a language's module is a `createHyphenator` of its patterns.
  const module: { readonly default: { readonly hyphenateSync: Divide } } = await import(
    `hyphen/${patterns}/index.js`
  )
  return module.default.hyphenateSync
}

const hyphenate =
  ({ start, end, capitals }: Practice, lang: string, divide: Divide): Hyphenate =>
  word => {
    if (word.length < shortest || isName(word, capitals)) return word
    // The package would lower letters by the machine's language, and Turkish has two kinds of i.
    const lower = word.toLocaleLowerCase(lang)
    if (lower.length !== word.length) return word
    const parts = divide(lower).split(softHyphen)
    let at = 0
    const breaks = parts.slice(0, -1).flatMap(part => {
      at += part.length
      return at >= start && word.length - at >= end ? [at] : []
    })
    return [0, ...breaks].map((from, index) => word.slice(from, breaks[index])).join(softHyphen)
  }

/** A name so long would be broken anywhere, and without a hyphen, where it does not fit. */
const longName = 18

/** A word with a capital that is not there for the grammar: a name, or letters that stand for words. */
const isName = (word: string, capitals: boolean): boolean =>
  word.length < longName && /\p{Lu}/u.test(capitals ? word.slice(1) : word)
