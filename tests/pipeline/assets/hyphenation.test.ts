import { expect, test } from 'vitest'
import { hyphenatorsFor } from '../../../pipeline/assets/hyphenation.js'

const divided = async (lang: string, ...words: string[]) => {
  const hyphenate = (await hyphenatorsFor([lang])).get(lang)
  return words.map(word => hyphenate?.(word).replaceAll('\u00AD', '-'))
}

test.each([
  // The British divide more by a word's origin, Americans by its sound.
  [
    'en-GB',
    ['typography', 'photographed', 'career', 'estuaries'],
    ['ty-po-graphy', 'pho-to-graphed', 'ca-reer', 'es-tu-ar-ies'],
  ],
  ['en', ['typography', 'photographed'], ['ty-pog-ra-phy', 'pho-tographed']],
  ['en-US', ['typography'], ['ty-pog-ra-phy']],
  ['en-AU', ['typography'], ['ty-po-graphy']],
  [
    'de-AT',
    ['Donaudampfschifffahrt', 'außerordentlich'],
    ['Do-nau-dampf-schiff-fahrt', 'au-ßer-or-dent-lich'],
  ],
  ['fr', ['extraordinaire', 'indépendance'], ['ex-tra-or-di-naire', 'in-dé-pen-dance']],
  ['tr', ['gecikmesi'], ['ge-cik-me-si']],
  ['ru', ['приливомер'], ['при-ли-во-мер']],
  ['sr-Latn-RS', ['plimomer'], ['pli-mo-mer']],
])('%s divides %j as %j', async (lang, words, expected) => {
  expect(await divided(lang, ...words)).toEqual(expected)
})

test('keeps short words, names and letters that stand for words whole', async () => {
  expect(await divided('en', 'water', 'Mediterranean', 'LaTeXification', 'UNESCOMATIC')).toEqual([
    'water',
    'Mediterranean',
    'LaTeXification',
    'UNESCOMATIC',
  ])
})

test('divides a name that is longer than some columns are wide', async () => {
  expect(await divided('en', 'Misunderstandingtown')).toEqual(['Mis-un-der-stand-ing-town'])
})

test('divides words with a capital where nouns have one', async () => {
  expect(await divided('de', 'Gezeitenrechnung', 'BundesGesetzBlatt')).toEqual([
    'Ge-zei-ten-rech-nung',
    'BundesGesetzBlatt',
  ])
})

test.each(['ja', 'zh-Hant', 'ar', 'th', 'hi', 'ko', 'x-klingon', 'constructor'])(
  'has nothing for %s',
  async lang => {
    expect((await hyphenatorsFor([lang])).size).toBe(0)
  },
)

test('has patterns for every language that it names', async () => {
  const all = [
    'af',
    'be',
    'bg',
    'bs',
    'ca',
    'cs',
    'cy',
    'da',
    'de',
    'de-1901',
    'el',
    'el-polyton',
    'en-GB',
    'es',
    'et',
    'eu',
    'fi',
  ]
    .concat([
      'fr',
      'fur',
      'ga',
      'gl',
      'grc',
      'hr',
      'hsb',
      'hu',
      'hy',
      'ia',
      'id',
      'is',
      'it',
      'ka',
      'ku',
      'kmr',
      'la',
      'lt',
      'lv',
    ])
    .concat([
      'mk',
      'mn',
      'nb',
      'nl',
      'nn',
      'no',
      'oc',
      'pl',
      'pms',
      'pt',
      'rm',
      'ro',
      'ru',
      'sh',
      'sk',
      'sl',
      'sq',
      'sr',
      'sv',
    ])
    .concat(['tk', 'tr', 'uk'])
  const found = await hyphenatorsFor(all)
  expect([...found.keys()]).toEqual(all)
})
