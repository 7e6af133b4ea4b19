import { describe, expect, it } from 'vitest'
import { visible } from '../../../templates/email/text/characters.js'
import { textTemplate } from '../../../templates/email/text/text.js'
import { columnsOf, indented, wrap } from '../../../templates/email/text/wrap.js'
import { renderingFrom } from './rendering.js'

describe('wrapping', () => {
  it.each([
    ['at spaces', 'one two three', 8, 'one two\nthree'],
    ['exactly at the width', 'one two', 7, 'one two'],
    [
      'keeps a long address whole',
      'see https://example.org/a/very/long/address now',
      12,
      'see\nhttps://example.org/a/very/long/address\nnow',
    ],
    ['keeps line breaks', 'a b\nc', 10, 'a b\nc'],
    ['holds at no-break spaces, which come out as spaces', 'up to 25\u00A0km away', 8, 'up to\n25 km\naway'],
    [
      'between ideographs, two columns each',
      '熟田津に船乗りせむと月待てば',
      12,
      '熟田津に船乗\nりせむと月待\nてば',
    ],
    ['never before a closing mark', '今は漕ぎ出でな。', 14, '今は漕ぎ出で\nな。'],
    ['never after an opening mark', '彼は言った「行こう」と', 12, '彼は言った\n「行こう」と'],
    ['words among ideographs stay whole', '東京Tokyo大阪Osaka', 10, '東京Tokyo\n大阪Osaka'],
  ])('%s', (_name, text, width, lines) => {
    expect(wrap(text, width)).toBe(lines)
    for (const line of lines.split('\n'))
      if (!line.includes('://')) expect(columnsOf(line)).toBeLessThanOrEqual(width)
  })

  it('indents without leaving spaces at the ends of lines', () => {
    expect(indented('a\n\nb', '> ')).toBe('> a\n>\n> b')
    expect(indented('a\nb', '1. ', '   ')).toBe('1. a\n   b')
  })
})

describe('characters that show nothing', () => {
  it.each([
    ['soft hyphens and zero-width spaces', 'hy\u00ADphen\u200Bated\u2060\uFEFF', 'hyphenated'],
    ['direction marks', '\u2067مد\u2069\u200E \u202Eab\u202C', 'مد ab'],
    ['joiners that join nothing', 'a\u200D \u200Cb', 'a b'],
  ])('go: %s', (_name, text, shown) => expect(visible(text)).toBe(shown))

  it.each([
    ['a non-joiner in Persian', 'می\u200Cخواهم'],
    ['a joiner in an emoji', '👩\u200D🚀'],
    ['the emoji form of a sign', '☑\uFE0F'],
  ])('stay where they work: %s', (_name, text) => expect(visible(text)).toBe(text))
})

describe('the text part', () => {
  it('is set in the words of its language', async () => {
    const text = textTemplate(
      await renderingFrom('---\ntitle: T\nlang: de\n---\nText.[^1] :q[So] ![Bild](missing.png)\n\n[^1]: Da.'),
    )
    expect(text).toContain('Text. (Anmerkung 1) „So“')
    expect(text).toContain('Anmerkungen\n-----------')
    expect(text).toContain('Abmelden: https://')
  })

  it('sets where an article is from apart from a disclosure', async () => {
    const text = textTemplate(
      await renderingFrom(
        '---\ntitle: T\nauthors: [{ name: A, disclosure: A owns a boat. }]\nsource: { name: The Review }\n---\nHi',
      ),
    )
    expect(text).toContain('A owns a boat.\n\n\nSource: The Review.')
  })

  it('underlines a title of wide characters as wide as it is', async () => {
    const text = textTemplate(await renderingFrom('---\ntitle: 潮の表\nlang: ja\n---\nHi'))
    expect(text).toContain('潮の表\n======\n')
  })

  it('draws a table of wide characters in line', async () => {
    const text = textTemplate(await renderingFrom('| 名 | n |\n|---|--:|\n| 大潮 | 1 |\n| ab | 10 |'))
    expect(text).toContain('名     n\n----  --\n大潮   1\nab    10')
  })

  it('nests quotations, lists and code', async () => {
    const text = textTemplate(await renderingFrom('> - a\n>\n>   ```\n>   x\n>   ```\n>\n> > deeper'))
    expect(text).toContain('> - a\n>\n>       x\n>\n> > deeper')
  })

  it('takes tables and lines of a size that nobody reads', async () => {
    const rows = `| ${'x '.repeat(9)} | y |\n`.repeat(6000)
    expect(
      textTemplate(await renderingFrom(`| a | b |\n|---|---|\n${rows}`)).split('\n').length,
    ).toBeGreaterThan(6000)
    const word = textTemplate(await renderingFrom(`| a |\n|---|\n| ${'x '.repeat(50_000)} |`))
    expect(word.match(/\bx\b/g)?.length).toBe(50_000)
    const spans = '<tr><td rowspan="60000" colspan="1000">a</td></tr>'.repeat(100)
    const spanned = textTemplate(await renderingFrom(`<table>${spans}</table>`))
    expect(spanned.match(/^a$/gm)?.length).toBe(100)
  })
})
