import { describe, expect, test } from 'vitest'
import { toCss } from '../../../templates/css.js'
import { shortened } from '../../../templates/print/shortened.js'
import { printStylesheet } from '../../../templates/print/stylesheet.js'
import { defaultTokens, type Tokens } from '../../../templates/tokens.js'
import { publication, renderingOf } from '../../support/rendering.js'
import { article, issue, paragraph } from '../../support/tree.js'

const cssOf = (tokens = defaultTokens, title = 'A title') =>
  toCss(
    printStylesheet(
      renderingOf(issue(article([paragraph('Text.')], { meta: { title } })), 'pdf', {
        publication: { ...publication, tokens },
      }),
    ),
  )

const colours = (value: object): string[] =>
  Object.values(value).flatMap(each => (typeof each === 'string' ? [each] : colours(each)))

test('holds no colour that is not a token of the light palette', () => {
  const used = new Set(cssOf().match(/#[0-9a-f]{3,8}\b/gi))
  expect(used.size).toBeGreaterThan(8)
  expect(colours(defaultTokens.light)).toEqual(expect.arrayContaining([...used]))
  expect(cssOf()).not.toMatch(/\b(?:rgb|hsl|oklch|color-mix)\(|: *(?:black|white|grey|gray|red|blue)\b/)
})

test('takes every typeface, size and margin from the tokens', () => {
  const face = (family: string) => ({ family, package: 'x', fallback: 'serif' })
  const fonts = {
    body: face('Bo Dy'),
    heading: face('Head'),
    mono: face('Mo No'),
    math: face('Mat'),
    also: [face('Some Emoji'), face('Naskh'), face('Mincho')],
  }
  const paper = {
    ...defaultTokens.paper,
    size: 'A5',
    margins: [11, 12, 13, 14] as const,
    body: 9,
    leading: 13,
  }
  const css = cssOf({ ...defaultTokens, fonts, paper })
  expect(css).not.toMatch(/Source|STIX/)
  expect(css).toContain('html { color: #1f1f1d; font-family: "Bo Dy", "Naskh", "Mincho", "Head"')
  // Emoji faces have arrows, too: whatever another face has is set in that.
  expect(css).toMatch(/font-family: "Bo Dy", [^;]*"Mat", "Some Emoji", serif;/)
  expect(css).toContain('font-size: 9pt; line-height: 13pt;')
  expect(css).toContain('@page { size: A5; margin-top: 11mm; margin-bottom: 13mm; }')
  expect(css).toContain('@page :right { margin-left: 14mm; margin-right: 12mm; }')
  expect(css).toContain('@page :left { margin-left: 12mm; margin-right: 14mm; }')
  // A small page has no room beside the text.
  expect(css).toContain('.text { padding-inline-start: 0pt; }')
  expect(css).not.toMatch(/NaN|undefined|Infinity/)
})

const onPaper = (changes: Partial<Tokens['paper']>) =>
  cssOf({ ...defaultTokens, paper: { ...defaultTokens.paper, ...changes } })

test('mirrors margins and running heads on two sides, and has them in one place on one', () => {
  const margins = [11, 12, 13, 14] as const
  const two = onPaper({ margins })
  expect(two).toMatch(
    /@page page-a1:right \{ @top-left \{[^}]*page-a1-owner[^}]*\} @top-right \{[^}]*page-a1-title/,
  )
  expect(two).toMatch(
    /@page page-a1:left \{ @top-left \{[^}]*page-a1-title[^}]*\} @top-right \{[^}]*page-a1-owner/,
  )
  expect(two).toMatch(/@page page-a1:left \{.* @bottom-left \{[^}]*counter\(page\)/)
  const one = onPaper({ margins, sides: 'one' })
  expect(one).not.toMatch(/:left|:right/)
  expect(one).toContain('margin-bottom: 13mm; margin-left: 14mm; margin-right: 12mm; }')
  expect(one).toMatch(
    /@page page-a1 \{ @top-left \{[^}]*page-a1-owner[^}]*\} @top-right \{[^}]*page-a1-title/,
  )
})

test('sets the text in two columns, what is wide over both', () => {
  expect(onPaper({})).not.toContain('column-count')
  const two = onPaper({ columns: 2 })
  expect(two).toContain('.text { column-count: 2; column-gap: 21pt; }')
  expect(two).toMatch(/\.text > \.wide,[^{]*h2\b[^{]*\{ column-span: all; \}/)
  expect(two).toContain('.text { padding-inline-start: 0pt; }')
})

test('gives each kind of callout a bar that grey paper keeps', () => {
  const bars = [...cssOf().matchAll(/\.callout-(\w+) \{[^}]*border-inline-start-style: (\w+)/g)]
  expect(bars.map(([, kind]) => kind)).toEqual(Object.keys(defaultTokens.light.callout))
  expect(new Set(bars.map(([, , style]) => style)).size).toBe(4)
  expect(cssOf()).toMatch(/\.callout-caution \{[^}]*border-inline-start-width: 7\.35pt;/)
})

test('sets lines of one length where the theme asks for them', () => {
  expect(onPaper({})).not.toContain('.text) > p, :where(.text) :is(li')
  expect(onPaper({ align: 'justify' })).toContain(
    ':where(.text) > p, :where(.text) :is(li, dd, blockquote > p) { text-align: justify; }',
  )
})

describe('the first letter', () => {
  const text = 'Text that is long enough for a letter beside it. '.repeat(8)

  const letterOf = (lang: string, dropCap: number) => {
    const of = issue(article([paragraph(text)], { meta: { lang } }))
    const tokens = { ...defaultTokens, paper: { ...defaultTokens.paper, dropCap } }
    return toCss(printStylesheet(renderingOf(of, 'pdf', { publication: { ...publication, tokens } })))
  }

  test.each(['en', 'uk', 'el', 'sr-Latn'])('of %s is as many lines high as the theme says', lang => {
    expect(letterOf(lang, 3)).toMatch(
      /\.page-a1 \.text > p:first-child[^{]*::first-letter \{ initial-letter: 3;/,
    )
    expect(letterOf(lang, 0)).not.toContain('first-letter')
  })

  test('is as any other where it is a word', () => {
    const tokens = { ...defaultTokens, paper: { ...defaultTokens.paper, dropCap: 3 } }
    const of = issue([paragraph(`A ${text}`)])
    const css = toCss(printStylesheet(renderingOf(of, 'pdf', { publication: { ...publication, tokens } })))
    expect(css).not.toContain('first-letter')
  })

  test('is as any other before a text that is not as high as it', () => {
    const tokens = { ...defaultTokens, paper: { ...defaultTokens.paper, dropCap: 3 } }
    const of = issue([paragraph('Text.')])
    const css = toCss(printStylesheet(renderingOf(of, 'pdf', { publication: { ...publication, tokens } })))
    expect(css).not.toContain('first-letter')
  })

  test.each(['ar', 'ja', 'hi', 'he'])('of %s, which has no capitals, is as any other', lang => {
    expect(letterOf(lang, 3)).not.toContain('first-letter')
  })
})

test('names each face that is embedded, with its characters', () => {
  const of = issue([paragraph('Text.')])
  const fonts = [
    {
      family: 'Source Serif 4',
      weight: 700,
      style: 'italic' as const,
      unicodeRange: 'U+0000-00FF',
      path: 'fonts/a.woff2',
      bytes: new Uint8Array(),
    },
  ]
  const rendering = renderingOf(of, 'pdf')
  const css = toCss(printStylesheet({ ...rendering, assets: { ...rendering.assets, fonts } }))
  expect(css.split('\n')[0]).toBe(
    '@font-face { font-family: "Source Serif 4"; font-weight: 700; font-style: italic; src: url("/fonts/a.woff2") format("woff2"); unicode-range: U+0000-00FF; }',
  )
})

describe('the running head', () => {
  test('is a string, whatever the title says', () => {
    const css = cssOf(defaultTokens, '"; } </style> @page { size: A5 } \\')
    expect(css).toContain('symbols: "\\"; } \\3c /style\\3e  @page { size: A5 } \\\\"')
    expect(css).not.toContain('</style')
  })

  test.each([
    ['Short', 64, 'Short'],
    [' Two\nlines ', 64, 'Two lines'],
    ['A title of several words', 12, 'A title of…'],
    ['A title, which goes on', 10, 'A title…'],
    ['東京の潮の満ち干', 9, '東京の潮…'],
    ['Donaudampfschifffahrtsgesellschaft', 10, 'Donaudamp…'],
    ['👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦', 2, '👩‍👩‍👧‍👦…'],
  ])('%j in %i letters is %j', (title, length, expected) => {
    expect(shortened(title, length)).toBe(expected)
  })
})
