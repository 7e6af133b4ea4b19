import { describe, expect, test } from 'vitest'
import { cssFamilies, cssString, cssUrl, toCss } from '../../templates/css.js'

describe('a style sheet as text', () => {
  test('names properties as CSS does, and leaves out what is undefined', () => {
    expect(toCss([{ p: { marginInlineStart: '2pt', orphans: 3, color: undefined } }])).toBe(
      'p { margin-inline-start: 2pt; orphans: 3; }',
    )
  })

  test('keeps the order of rules, and the same selector as often as it comes', () => {
    const sheet = [{ '@font-face': { src: 'a' } }, { '@font-face': { src: 'b' }, p: {} }]
    expect(toCss(sheet)).toBe('@font-face { src: a; }\n@font-face { src: b; }\np {  }')
  })

  test('nests the boxes of a page', () => {
    expect(toCss([{ '@page': { size: 'A4', '@top-left': { content: cssString('Hi') } } }])).toBe(
      '@page { size: A4; @top-left { content: "Hi"; } }',
    )
  })

  test.each([
    'red; background: url(x)',
    'red } body { color: blue',
    '</style>',
    '"open',
    "it's",
    '\\',
    '"a\nb"',
  ])('refuses a value that would end its declaration: %j', value => {
    expect(() => toCss([{ p: { color: value } }])).toThrow(TypeError)
  })

  test('lets through what stands in strings', () => {
    const families = cssFamilies(['A; "b"', 'Georgia', 'Georgia'], "'Times New Roman', serif")
    expect(toCss([{ p: { fontFamily: families } }])).toBe(
      `p { font-family: "A; \\"b\\"", "Georgia", 'Times New Roman', serif; }`,
    )
  })
})

describe('text as a CSS string', () => {
  test.each([
    ['plain', '"plain"'],
    ['a "b" \\c', '"a \\"b\\" \\\\c"'],
    ['one\ntwo\r', '"one\\a two\\d "'],
    ['</style><script>', '"\\3c /style\\3e \\3c script\\3e "'],
    ['\0\uD800', '"\uFFFD\uFFFD"'],
    ['}; @import "x"', '"}; @import \\"x\\""'],
    ['😀 é', '"😀 é"'],
  ])('%j is %s', (text, string) => {
    expect(cssString(text)).toBe(string)
    expect(() => toCss([{ p: { content: string } }])).not.toThrow()
  })

  test('an address is quoted', () => {
    expect(cssUrl('/fonts/a")b.woff2')).toBe('url("/fonts/a\\")b.woff2")')
  })
})
