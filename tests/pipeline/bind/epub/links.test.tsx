import { expect, it } from 'vitest'
import { link, placesOf } from '../../../../pipeline/bind/epub/links.js'
import { sampleBook } from './sample-book.js'

const places = placesOf(sampleBook())

it.each([
  ['#a1-moon', '#a1-moon'],
  ['ch-002.xhtml', 'ch-002.xhtml'],
  ['ch-002.xhtml#a2-trade', 'ch-002.xhtml#a2-trade'],
  ['#a1-満潮', '#a1-満潮'],
  ['#a1-%E6%BA%80%E6%BD%AE', '#a1-満潮'],
  ['toc.xhtml#toc', 'toc.xhtml#toc'],
  ['https://example.org/a?b=1&c=[2]#d#e', 'https://example.org/a?b=1&c=%5B2%5D#d%23e'],
  ['HTTPS://EXAMPLE.org', 'https://example.org/'],
  ['https://example.org/?', 'https://example.org/?'],
  ['http://[::1]/a|b', 'http://[::1]/a%7Cb'],
  ['https://example.org/100%', 'https://example.org/100%25'],
  ['tel:+44 20 7946', 'tel:+44%2020%207946'],
  ['mailto:ada@example.org?subject=Tides', 'mailto:ada@example.org?subject=Tides'],
])('%j becomes %j', (href, expected) => {
  expect(link(href, 'ch-001.xhtml', places)).toBe(expected)
})

it.each([
  '#a2-trade',
  '#%',
  '#',
  '',
  'ch-009.xhtml',
  'ch-002.xhtml?q=1',
  'style.css',
  '//example.org/',
  'https://',
  'mailto:',
  'JavaScript:alert(1)',
  'data:text/html,x',
  'file:///etc/passwd',
  'ftp://example.org/x',
])('%j leads nowhere', href => {
  expect(link(href, 'ch-001.xhtml', places)).toBeUndefined()
})

it('leads to no contents where they are not a page', () => {
  const [, , , last] = sampleBook().documents
  const single = placesOf({ ...sampleBook(), documents: last ? [last] : [] })
  expect(link('toc.xhtml#toc', 'ch-003.xhtml', single)).toBeUndefined()
})
