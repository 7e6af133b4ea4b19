import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import { describe, expect, it } from 'vitest'
import { admit } from '../../../../pipeline/bind/epub/admit.js'
import { sampleBook } from './sample-book.js'

function admitted(...body: ElementContent[]): readonly ElementContent[] {
  const [document] = sampleBook().documents
  if (!document) throw new Error('Expected a document')
  return admit({ ...sampleBook(), documents: [{ ...document, body }] }).documents[0]?.body ?? []
}

const propertiesOf = (node: Element) => (admitted(node)[0] as Element).properties

it.each<[string, Element, Element['properties']]>([
  [
    'what is of no use in a book',
    h('a', { href: 'https://a.org/b', target: '_blank', rel: 'me', name: 'x' }),
    { href: 'https://a.org/b' },
  ],
  ['scripts of an attribute', h('p', { onClick: 'x()', id: 'a' }), { id: 'a' }],
  ['what the parser noted', h('p', { dataSource: '1:2', dataX: '1' }), {}],
  ['where a quotation is from', h('q', { cite: 'http://a.org' }), {}],
])('drops %s', (_what, node, expected) => {
  expect(propertiesOf(node)).toEqual(expected)
})

it('keeps what gives a table and a list their meaning', () => {
  const cell = h('td', { colSpan: 2, rowSpan: 3, scope: 'row', className: ['right'] })
  expect(propertiesOf(cell)).toEqual(cell.properties)
  const list = h('ol', { start: 3, reversed: true, type: 'a' })
  expect(propertiesOf(list)).toEqual(list.properties)
})

describe('a language', () => {
  it.each([
    ['ja', { lang: 'ja', xmlLang: 'ja' }],
    ['', { lang: '', xmlLang: '' }],
    ['en_GB', { lang: undefined, xmlLang: undefined }],
  ])('%j is said in both ways, if it is one', (lang, expected) => {
    expect(propertiesOf(h('p', { lang }))).toEqual(expected)
  })
})

it('gives MathML its namespace', () => {
  expect(propertiesOf(<math alttext="x squared" display="block" />)).toEqual({
    xmlns: 'http://www.w3.org/1998/Math/MathML',
    display: 'block',
    alttext: 'x squared',
  })
})

it('drops comments', () => {
  expect(admitted(h('p', [{ type: 'comment', value: ' -- > ' }, 'a']))).toEqual([h('p', 'a')])
})

it.each<[string, ElementContent]>([
  ['attribute "align" on <td>', h('td', { align: 'left' })],
  ['attribute "width" on <table>', h('table', { width: 600 })],
  ['element <script>', h('div', [h('script', 'alert(1)')])],
  ['element <iframe>', h('iframe', { src: 'https://example.org' })],
  ['image "https://example.org/a.png"', h('img', { src: 'https://example.org/a.png', alt: '' })],
  ['image "file:///etc/passwd"', h('img', { src: 'file:///etc/passwd', alt: '' })],
  ['node of type "raw"', { type: 'raw', value: '<b>' }],
])('refuses %s', (what, node) => {
  expect(() => admitted(node)).toThrow(`Unexpected ${what}`)
})
