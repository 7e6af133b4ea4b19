import { h } from 'hastscript'
import { describe, expect, test } from 'vitest'
import type { FontAsset } from '../../../pipeline/assets/assets.js'
import { pickFonts } from '../../../pipeline/assets/fonts.js'
import type { PdfResult } from '../../../pipeline/bind/pdf/bind.js'
import { fontFindings, withPickedFaces } from '../../../pipeline/render/pdf-fonts.js'
import { packageReader } from '../../../pipeline/world/packages.js'
import { defaultTokens } from '../../../templates/tokens.js'
import { renderingOf, someAssets } from '../../support/rendering.js'
import { article, issue, paragraph } from '../../support/tree.js'

const embedded = (
  await pickFonts({
    text: 'a',
    math: false,
    lang: 'en',
    fonts: defaultTokens.fonts,
    packageFile: packageReader([]),
  })
).fonts

const ours = { name: 'SourceSerif4-Regular', characters: 'The mil' }
const printed = (changes: Partial<PdfResult>): PdfResult => ({
  bytes: new Uint8Array(),
  pages: 1,
  missing: [],
  moved: [],
  missingGlyphs: [],
  fonts: [ours],
  ...changes,
})
const box = { font: 'SourceSerif4-Regular', page: 1 }
const tibetan = { name: 'NotoSerifTibetan', characters: 'ཆ' }

function findings(text: string, changes: Partial<PdfResult>, fonts: readonly FontAsset[] = embedded) {
  const rendering = renderingOf(issue(article([paragraph(text)])), 'pdf', {
    assets: { ...someAssets, fonts },
  })
  const html = { type: 'root' as const, children: [h('html', [h('style', 'ж'), h('header', text)])] }
  const texts = new Map([['a.md', `# Title\n\n  ${text}\n`]])
  return fontFindings(printed(changes), html, { rendering, file: 'a.md', texts }).map(
    ({ ruleId, reason, line, column }) => [ruleId, line, column, reason],
  )
}

test('nothing where all is set in the fonts of the publication', () => {
  expect(findings('The mill', {})).toEqual([])
})

describe('a character that no font of the publication has', () => {
  const error = [
    'glyph-missing',
    3,
    7,
    'No font of the publication has ཆ U+0F74; run `npm install @fontsource/noto-serif-tibetan` beside the publication',
  ]

  test('is an error where it is a box', () => {
    expect(findings('The ཆུ', { missingGlyphs: [box] })).toEqual([error])
  })

  test('is the same error where a font of the machine has it', () => {
    expect(findings('The ཆུ', { fonts: [ours, tibetan] })).toEqual([error])
  })

  test('is told by each package that has some of them', () => {
    expect(findings('ཆ न', { missingGlyphs: [box] }).map(([, line, column]) => [line, column])).toEqual([
      [3, 3],
      [3, 5],
    ])
  })

  test('is told where it is private, and one of our faces has another sign there', () => {
    const said = 'No font of the publication has U+E000 U+F8FF; add a font for them under `theme.fonts.also`'
    expect(findings('The \uE000\uF8FF', {})).toEqual([['glyph-missing', 3, 7, said]])
  })

  test('is told by the package of each nation in one line', () => {
    const packages = findings('我们 日本の駅 한국', { missingGlyphs: [box] }).map(
      ([, , , reason]) => /noto-serif-(\w+)/.exec(String(reason))?.[1],
    )
    expect(packages.sort()).toEqual(['jp', 'kr', 'sc'])
  })

  test.each([
    ['Chinese', '潮', 'sc'],
    ['Japanese', '潮の', 'jp'],
    ['Korean', '물', 'kr'],
  ])('of %s is told with the command that mends it', (_, text, nation) => {
    const said = `No font of the publication has ${[...text].join(' ')}; run \`npm install @fontsource/noto-serif-${nation}\` beside the publication`
    expect(findings(text, { missingGlyphs: [box] })).toEqual([['glyph-missing', 3, 3, said]])
  })

  test('without a known package is for the theme to name', () => {
    expect(findings('\u{e000}', { missingGlyphs: [box] })).toEqual([
      [
        'glyph-missing',
        3,
        3,
        'No font of the publication has U+E000; add a font for them under `theme.fonts.also`',
      ],
    ])
  })

  test('that cannot be told is an error all the same', () => {
    expect(findings('The mill', { missingGlyphs: [box] })).toEqual([
      ['glyph-missing', undefined, undefined, expect.stringContaining('would print as boxes')],
    ])
  })
})

describe('a font of the machine', () => {
  test('that was asked for is a warning', () => {
    expect(findings('The mill', { fonts: [ours, { name: 'Georgia', characters: 'The' }] })).toEqual([
      [
        'font-foreign',
        undefined,
        undefined,
        'Unexpected font Georgia of this machine for T h e, expected one that comes along; name its package under `theme.fonts`, or the PDF differs from machine to machine',
      ],
    ])
  })

  test('cannot be told where a file does not say its name', () => {
    const [first] = embedded as [FontAsset]
    const nameless = { ...first, family: 'Nameless', bytes: new Uint8Array() }
    expect(findings('The mill', { fonts: [tibetan] }, [...embedded, nameless])).toEqual([])
  })
})

test('faces that were picked beside the theme are tried after its own', () => {
  const [first] = embedded as [FontAsset]
  const fonts = [...embedded, { ...first, family: 'Noto Serif Tibetan' }]
  const rendering = renderingOf(issue(article([])), 'pdf', { assets: { ...someAssets, fonts } })
  expect(withPickedFaces(rendering).tokens.fonts.also.map(({ family }) => family)).toEqual([
    'Noto Emoji',
    'Noto Serif Tibetan',
  ])
  const plain = renderingOf(issue(article([])), 'pdf', { assets: { ...someAssets, fonts: embedded } })
  expect(withPickedFaces(plain)).toBe(plain)
})
