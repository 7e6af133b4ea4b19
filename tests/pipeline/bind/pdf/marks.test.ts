import type { Element, Root } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { describe, expect, test } from 'vitest'
import { markForTags, markIn } from '../../../../pipeline/bind/pdf/marks.js'
import { page } from './document.js'

const bodyOf = (html: Root): string => toHtml(html).replace(/^.*<body>|<\/body>.*$/gs, '')
const marked = (body: string) => markForTags(page(body))
const contents = (body: string) =>
  marked(body).marks.flatMap(mark => (mark.contents === undefined ? [] : [mark.contents]))

describe('a link says its words and where it leads', () => {
  test.each<[what: string, body: string, said: string]>([
    ['an address', '<a href="https://www.example.org/tides/">The tides</a>', 'The tides (example.org/tides)'],
    ['its own address', '<a href="https://example.org/a">example.org/a</a>', 'example.org/a'],
    ['an address with escapes', '<a href="https://example.org/%E6%BD%AE">Sea</a>', 'Sea (example.org/潮)'],
    ['an address with a broken escape', '<a href="https://example.org/%E6">Sea</a>', 'Sea (example.org/%E6)'],
    ['a mailbox', '<a href="mailto:ada@example.org">Write</a>', 'Write (ada@example.org)'],
    ['a heading', '<a href="#time">see below</a><h2 id="time">On time</h2>', 'see below (On time)'],
    ['a heading by its words', '<a href="#time">On time</a><h2 id="time">On time</h2>', 'On time'],
    ['another place', '<a href="#p">see below</a><p id="p">Words</p>', 'see below'],
    ['a picture', '<a href="https://example.org"><img alt="A mill" src="x"></a>', 'A mill (example.org)'],
    ['nothing else', '<a href="https://example.org/x"></a>', 'example.org/x'],
    ['soft hyphens', '<a href="#p">Wa\u00ADter</a>', 'Water'],
    ['a place with its page', '<a href="#p">On time <span data-page-of="p">000</span></a>', 'On time'],
    ['words of its own', '<a href="#note" aria-label="Note 3">3</a>', 'Note 3'],
  ])('%s', (_, body, said) => {
    expect(contents(body)).toEqual([said])
  })
})

test('a link with words of its own has them for alternative text', () => {
  const { marks } = marked('<a href="#n" aria-label="Note 3">3</a><a href="#n">3</a>')
  expect(marks.map(({ alt }) => alt)).toEqual(['Note 3', undefined])
})

test('a formula has its TeX, or its signs, for alternative text', () => {
  const { marks } = marked(
    '<math alttext="a^2"><msup><mi>a</mi><mn>2</mn></msup></math><math><mi>x</mi></math>',
  )
  expect(marks).toMatchObject([
    { type: 'Formula', alt: 'a^2' },
    { type: 'Formula', alt: 'x' },
  ])
})

test('a formula in parts is one formula', () => {
  const { marks } = marked(
    '<span role="math" aria-label="a+b"><math><mi>a</mi></math><math><mi>b</mi></math></span>',
  )
  expect(marks.map(({ type, alt }) => [type, alt])).toEqual([
    ['Span', undefined],
    ['Span', undefined],
    ['Formula', 'a+b'],
  ])
})

test('an abbreviation has what it stands for', () => {
  const { marks } = marked('<abbr title="Hypertext">HT</abbr><abbr>UN</abbr>')
  expect(marks).toMatchObject([{ type: 'Span', expansion: 'Hypertext' }])
})

test('a passage has its language and the one around it', () => {
  const { marks } = marked('<p>Das <span lang="de">Wort <i lang="fr">mot</i></span></p><p lang="ar">x</p>')
  expect(marks.map(({ lang, around, type }) => [lang, around, type])).toEqual([
    ['fr', 'de', 'Span'],
    ['de', 'en-GB', 'Span'],
    ['ar', 'en-GB', undefined],
  ])
})

describe('the mark', () => {
  test('is a language that matches the same selectors', () => {
    expect(bodyOf(marked('<p>A <em lang="ar">b</em></p>').html)).toBe('<p>A <em lang="ar-x-tf0">b</em></p>')
  })

  test('gives a role to what Chromium would pass over', () => {
    expect(bodyOf(marked('<i lang="fr">b</i>').html)).toBe('<i lang="fr-x-tf0" role="group">b</i>')
  })

  test('goes beside private subtags that are there', () => {
    expect(bodyOf(marked('<em lang="de-x-old">b</em>').html)).toBe('<em lang="de-x-old-tf0">b</em>')
  })

  test('stands on what an article could have marked itself', () => {
    const { html, marks } = marked('<em lang="de-x-tf7">b</em>')
    expect(bodyOf(html)).toContain('de-x-tf7-tf0')
    expect(marks[0]?.lang).toBe('de-x-tf7')
  })

  test('leaves the tree as it was', () => {
    const tree = page('<p><a href="#x">x</a></p>')
    const before = structuredClone(tree)
    markForTags(tree)
    expect(tree).toEqual(before)
  })

  test('is told from a language', () => {
    expect([markIn('en-x-tf12'), markIn('en'), markIn(undefined)]).toEqual([12, undefined, undefined])
  })
})

test('the document keeps its language', () => {
  const html = marked('').html.children.find((node): node is Element => node.type === 'element')
  expect(html?.properties.lang).toBe('en-GB')
})
