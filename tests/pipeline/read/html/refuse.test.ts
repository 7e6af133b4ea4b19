import { performance } from 'node:perf_hooks'
import { describe, expect, test } from 'vitest'
import { refusal } from '../../../../pipeline/read/html/page/refuse.js'
import { articleOfPage } from './page.js'

describe('what is no page', () => {
  test.each([
    ['a PDF', '%PDF-1.7\n1 0 obj', 'it is a PDF'],
    ['a Word file', 'PK\u0003\u0004\u0014\u0000', 'ZIP archive'],
    ['rich text', '{\\rtf1\\ansi words}', 'rich text'],
    ['a web archive', 'From: <Saved by Blink>\r\nMIME-Version: 1.0', 'MHTML'],
    ['binary data', '\u0000\u0001\uFFFD\u0002'.repeat(300), 'binary data'],
    ['nothing but open elements', '<div>'.repeat(100_000), '600 elements in one another'],
    ['a thousand attributes', `<p ${'a b c d '.repeat(200)}>words</p>`, '500 attributes'],
    [
      'a font in each font',
      Array.from({ length: 200 }, (_, size) => `<font size=${size}>`).join('') + '<p>x'.repeat(9000),
      'left open',
    ],
  ])('%s is refused, and says why', async (_, html, reason) => {
    const { messages } = await articleOfPage(html)
    expect(messages.filter(message => message.startsWith('error'))).toEqual([expect.stringContaining(reason)])
    expect(messages[0]).toMatch(/^error article-unreadable Unexpected .*, (?:expected|more than) .*\.$/)
  })

  test.each([
    ['paragraphs that nobody ended', '<p>words'.repeat(5000)],
    ['items that nobody ended', `<ul>${'<li>words'.repeat(5000)}</ul>`],
    ['a bold that nobody ended', '<p><b>words</p>'.repeat(5000)],
    [
      'a picture in its address',
      `<p><img src="data:image/png;base64,${'iVBORw0KGgo='.repeat(50_000)}" alt="x"></p>`,
    ],
    ['a comment that nobody ended', `<p>words</p><!-- ${'<!-- <div> '.repeat(5000)}`],
    ['a script of tags', `<p>words</p><script>${'x = "<div>";'.repeat(5000)}</script>`],
  ])('%s is read', (_, html) => {
    expect(refusal(html)).toBeUndefined()
  })
})

/** Seconds of this processor: many of these tests run beside one another. */
const boundedTo = (seconds: number) => async (html: string) => {
  const before = process.cpuUsage()
  const start = performance.now()
  await articleOfPage(html)
  const { user, system } = process.cpuUsage(before)
  expect(Math.min((user + system) / 1e6, (performance.now() - start) / 1000)).toBeLessThan(seconds)
}

test.each([
  ['formulas that nobody ends', `<script src="mathjax.js"></script><p>${'$$ a \\( \\['.repeat(30_000)}</p>`],
  [
    'notes without number',
    Array.from(
      { length: 4000 },
      (_, n) => `<sup><a href="#fn${n}">${n % 900}</a></sup><p id="fn${n}">note</p>`,
    ).join(''),
  ],
  [
    'a title of a million characters',
    `<html><head><title>${'a - '.repeat(250_000)}</title></head><body><p>x</p></body></html>`,
  ],
  ['a list of addresses', `<img srcset="${'a, '.repeat(200_000)}"><p>x</p>`],
  [
    'JSON in JSON',
    `<html><head><script type="application/ld+json">${'['.repeat(100_000)}</script></head><body><p>x</p></body></html>`,
  ],
])('%s take no time without bound', { timeout: 60_000 }, async (_, html) => {
  await boundedTo(10)(html)
})
