import { describe, expect, test } from 'vitest'
import type { FontAsset } from '../../../pipeline/assets/assets.js'
import { covers } from '../../../pipeline/assets/font-package.js'
import { pickFonts } from '../../../pipeline/assets/fonts.js'
import { hasMath, issueText } from '../../../pipeline/assets/issue-text.js'
import { missingScripts } from '../../../pipeline/assets/missing-scripts.js'
import { prepareAssets, TypefaceMissing } from '../../../pipeline/assets/prepare.js'
import { packageReader } from '../../../pipeline/world/packages.js'
import { memoryWorld } from '../../../pipeline/world-memory.js'
import { defaultTokens, type Tokens } from '../../../templates/tokens.js'
import { article, element, issue, mathml, paragraph } from '../../support/tree.js'

const packageFile = packageReader([])
const japanese = { family: 'BIZ UDPMincho', package: '@fontsource/biz-udpmincho', fallback: 'serif' }
const arabic = { family: 'Noto Naskh Arabic', package: '@fontsource/noto-naskh-arabic', fallback: 'serif' }
const withAlso = (...also: Tokens['fonts']['also'][number][]): Tokens => ({
  ...defaultTokens,
  fonts: { ...defaultTokens.fonts, also },
})

const pick = (text: string, { tokens = defaultTokens, math = false, lang = 'en' } = {}) =>
  pickFonts({ text, math, lang, fonts: tokens.fonts, packageFile })
const names = (fonts: readonly FontAsset[]) =>
  fonts.map(font => font.path.replace(/^fonts\/(.*)\.woff2$/, '$1'))

test.each([
  ['U+26', 0x26, true],
  ['U+26', 0x27, false],
  ['U+0-7f', 0x7f, true],
  ['U+0-7F, U+4??', 0x4ff, true],
  ['U+0-7F,U+4??', 0x500, false],
  ['U+????', 0xffff, true],
  ['', 0, false],
])('%s holds %i: %s', (range, point, held) => {
  expect(covers(range)(point)).toBe(held)
})

describe('picks', () => {
  test('the faces of an English text, in the order of the theme', async () => {
    const { fonts, missing } = await pick('Plain words')
    expect(names(fonts)).toEqual([
      'source-serif-4-latin-400-normal',
      'source-serif-4-latin-400-italic',
      'source-serif-4-latin-700-normal',
      'source-serif-4-latin-700-italic',
      'source-sans-3-latin-400-normal',
      'source-sans-3-latin-400-italic',
      'source-sans-3-latin-600-normal',
      'source-sans-3-latin-600-italic',
      'source-sans-3-latin-700-normal',
      'source-sans-3-latin-700-italic',
      'source-code-pro-latin-400-normal',
      'source-code-pro-latin-700-normal',
    ])
    expect(missing).toEqual([])
    expect(fonts[1]).toMatchObject({ family: 'Source Serif 4', weight: 400, style: 'italic' })
    expect(fonts[0]?.unicodeRange).toMatch(/^U\+0000-00FF,/)
    expect(Buffer.from(fonts[0]?.bytes ?? []).toString('latin1', 0, 4)).toBe('wOF2')
  })

  test.each([
    ['Dvo\u0159\u00e1k', ['latin-ext', 'latin']],
    ['Dvor\u030ca\u0301k', ['vietnamese', 'latin-ext', 'latin']],
    ['\u041c\u0438\u0440', ['cyrillic', 'latin']],
    ['\u03b1\u03b2\u03b3', ['greek', 'latin']],
  ])('the slices that the characters of %s are in', async (text, slices) => {
    const { fonts } = await pick(text)
    const bodies = names(fonts).filter(
      name => name.startsWith('source-serif-4') && name.endsWith('400-normal'),
    )
    expect(bodies).toEqual(slices.map(slice => `source-serif-4-${slice}-400-normal`))
  })

  test('numbered slices of a large family, and only those needed', async () => {
    const { fonts } = await pick('\u65e5\u672c', { tokens: withAlso(japanese) })
    const mincho = fonts.filter(font => font.family === 'BIZ UDPMincho')
    expect(mincho.length).toBeGreaterThan(0)
    expect(mincho.length).toBeLessThanOrEqual(4)
    expect(mincho.every(font => /^fonts\/biz-udpmincho-\d+-(400|700)-normal\.woff2$/.test(font.path))).toBe(
      true,
    )
    for (const point of [0x65e5, 0x672c])
      expect(mincho.some(font => covers(font.unicodeRange ?? '')(point))).toBe(true)
  })

  test('no face of another script where the text has none', async () => {
    const { fonts } = await pick('Plain', { tokens: withAlso(japanese, arabic) })
    expect(
      fonts.filter(font => font.family !== 'Source Serif 4' && !font.family.startsWith('Source')),
    ).toEqual([])
  })

  test('the nearest weight that a family has, and italics only where it has them', async () => {
    const tokens = { ...defaultTokens, fonts: { ...defaultTokens.fonts, heading: japanese } }
    const { fonts } = await pick('a', { tokens })
    expect(names(fonts).filter(name => name.startsWith('biz'))).toEqual([
      'biz-udpmincho-latin-400-normal',
      'biz-udpmincho-latin-700-normal',
    ])
  })

  test('the math face whole, where there is math', async () => {
    const { fonts } = await pick('a', { math: true })
    expect(fonts.at(-1)).toMatchObject({ family: 'STIX Two Math', weight: 400, style: 'normal' })
    expect(fonts.at(-1)).not.toHaveProperty('unicodeRange')
    expect((await pick('a')).fonts.map(font => font.family)).not.toContain('STIX Two Math')
  })

  test('the math face for signs that no text face has, and not for letters that it has not', async () => {
    const families = async (text: string) => (await pick(text)).fonts.map(font => font.family)
    expect(await families('A → ★')).toContain('STIX Two Math')
    expect(await families('\u0928')).not.toContain('STIX Two Math')
  })

  test('the math face for signs that are emoji only where a text says so', async () => {
    const families = async (text: string) => (await pick(text)).fonts.map(font => font.family)
    for (const sign of '↔↕▶◀') expect(await families(`A ${sign}`), sign).toContain('STIX Two Math')
    expect(await families('A 😀')).not.toContain('STIX Two Math')
  })

  test('what is there, and names what is not', async () => {
    const gone = { family: 'Gone', package: '@fontsource/gone', fallback: 'serif' }
    const { fonts, missing } = await pick('a', { tokens: withAlso(gone) })
    expect(missing).toEqual([gone])
    expect(fonts).toHaveLength(12)
  })
})

describe('missing characters', () => {
  test('none in what the theme has', async () => {
    const text =
      'Caf\u00e9 \u201cquoted\u201d \u2013 \u00ad\u200b\u200d\ufe0f\n\t Dvor\u030c\u00e1k \u041c\u0438\u0440'
    expect(missingScripts(text, (await pick(text)).fonts, 'en')).toEqual([])
  })

  test.each([
    ['\u0928\u092e', 'Devanagari', '@fontsource/noto-serif-devanagari'],
    ['\u0627', 'Arabic', '@fontsource/noto-naskh-arabic'],
    ['\u5b57', 'Han', '@fontsource/noto-serif-sc'],
    ['\u{1f600}', 'Emoji', '@fontsource/noto-emoji'],
    ['\u221e', 'Mathematics', '@fontsource/noto-sans-math'],
    ['\u2603', 'Symbols', '@fontsource/noto-sans-symbols-2'],
    ['\ue000', undefined, undefined],
  ])('%s: %s', async (text, script, font) => {
    const missing = missingScripts(`a${text}${text}`, (await pick('a')).fonts, 'en')
    expect(missing).toEqual([...text].map(character => ({ character, script, package: font })))
  })

  test.each([
    ['\u5b57\u3072', '@fontsource/noto-serif-jp'],
    ['\u5b57\ud55c', '@fontsource/noto-serif-kr'],
    ['\u5b57\u3105', '@fontsource/noto-serif-tc'],
  ])('Chinese characters are of the language beside them: %s', async (text, font) => {
    const [first] = missingScripts(text, [], 'en')
    expect(first?.package).toBe(font)
  })

  test.each([
    ['ja', 'jp'],
    ['ko-KR', 'kr'],
    ['zh', 'sc'],
    ['zh-Hans-TW', 'sc'],
    ['zh-TW', 'tc'],
    ['zh-Hant', 'tc'],
    ['zh-Hant-HK', 'hk'],
    ['yue-HK', 'hk'],
    ['en', 'sc'],
  ])('Chinese characters are of the language of the issue: %s', (lang, name) => {
    const [first] = missingScripts('\u5b57', [], lang)
    expect(first?.package).toBe(`@fontsource/noto-serif-${name}`)
  })

  test.each([
    ['\u5b57\u3002', ['@fontsource/noto-serif-sc', '@fontsource/noto-serif-sc']],
    ['\u3072\u3002', ['@fontsource/noto-serif-jp', '@fontsource/noto-serif-jp']],
    ['\u0995\u0964', ['@fontsource/noto-serif-bengali', '@fontsource/noto-serif-bengali']],
    ['\u0915\u0964', ['@fontsource/noto-serif-devanagari', '@fontsource/noto-serif-devanagari']],
  ])('a sign that scripts share is of the one beside it: %s', (text, fonts) => {
    expect(missingScripts(text, [], 'en').map(missing => missing.package)).toEqual(fonts)
  })

  test('none where a family for the script is configured', async () => {
    const text = '\u65e5\u672c\u8a9e \u0627\u0644\u0639'
    const { fonts } = await pick(text, { tokens: withAlso(japanese, arabic) })
    expect(missingScripts(text, fonts, 'en')).toEqual([])
  })

  test('none where the package for the script is installed, named in the theme or not', async () => {
    const text = '\u0627\u0644\u0639'
    const { fonts, missing } = await pick(text)
    expect(fonts.filter(({ family }) => family === 'Noto Naskh Arabic')).toHaveLength(2)
    expect(missing).toEqual([])
    expect(missingScripts(text, fonts, 'en')).toEqual([])
  })
})

describe('an issue', () => {
  const formula = element('math', { tex: 'x' }, [mathml('math', [mathml('mi', ['x'])])])
  const one = issue(
    article(
      [
        paragraph('Text ', element('em', {}, ['inside'])),
        element('picture', { src: 'hidden.png', alt: 'Alt' }),
      ],
      {
        meta: { title: 'Titel \u0159', authors: [{ name: 'Ada', affiliation: 'Royal' }] },
      },
    ),
  )

  test('gives all its words', () => {
    const text = issueText(one)
    for (const word of ['Text', 'inside', 'Alt', 'Titel \u0159', 'Ada', 'Royal']) expect(text).toContain(word)
    expect(text).not.toContain('hidden')
  })

  test('says whether it has formulas', () => {
    expect(hasMath(one)).toBe(false)
    expect(hasMath(issue([paragraph('a', formula)]))).toBe(true)
  })

  const options = {
    world: memoryWorld({ packages: packageFile }),
    contentRoot: '/content',
    folderOf: () => '/content',
    tokens: defaultTokens,
  }

  test('gets fonts for its title and for the words of the interface, in the PDF only', async () => {
    const plain = issue([paragraph('a', formula)])
    const assets = await prepareAssets(plain, ['email', 'pdf', 'epub', 'web'], {
      ...options,
      extraText: ['\u0416'],
    })
    expect(names(assets.for('pdf').fonts)).toContain('source-serif-4-cyrillic-400-normal')
    expect(names(assets.for('pdf').fonts)).toContain('stix-two-math-latin-400-normal')
    for (const format of ['email', 'epub', 'web'] as const) expect(assets.for(format).fonts).toEqual([])
    const titled = await prepareAssets(one, ['pdf'], options)
    expect(names(titled.for('pdf').fonts)).toContain('source-serif-4-latin-ext-400-normal')
  })

  test('has no assets for the PDF without a typeface of the theme, and has the others', async () => {
    const tokens = withAlso({ family: 'Gone', package: '@fontsource/gone', fallback: 'serif' })
    const assets = await prepareAssets(one, ['pdf', 'epub'], { ...options, tokens })
    expect(() => assets.for('pdf')).toThrow(TypefaceMissing)
    expect(() => assets.for('pdf')).toThrow('Gone (package @fontsource/gone)')
    expect(assets.for('epub').fonts).toEqual([])
  })

  test('gives no assets of a format that was not asked for', async () => {
    const assets = await prepareAssets(one, ['epub'], options)
    expect(() => assets.for('pdf')).toThrow('pdf')
  })
})
