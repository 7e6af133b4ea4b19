import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'puppeteer'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openPrinter, type Printer } from '../../../pipeline/bind/pdf/bind.js'
import type { Rendering } from '../../../templates/rendering.js'
import { launch } from '../../pipeline/bind/pdf/browser.js'
import { poppler } from '../../support/poppler.js'
import { issueOf, joined, renderingOf, renderingOfFile } from '../../support/rendering.js'
import { onPaper, pdfOf, wordsIn } from './printed.js'

let browser: Browser
let printer: Printer
let fonts: Rendering['assets']
beforeAll(async () => {
  browser = await launch()
  printer = await openPrinter(browser)
  fonts = (await renderingOfFile('content/the-dullest-instrument.md', 'pdf')).assets
})
afterAll(() => browser.close())

/** A text in our own faces. */
const typeset = async (markdown: string): Promise<Rendering> =>
  renderingOf(await issueOf(`---\ntitle: Title\n---\n\n${markdown}`), 'pdf', { assets: fonts })

const fixtures = join(import.meta.dirname, '../../fixtures/elements')
const everything = readdirSync(fixtures).map(name => readFileSync(join(fixtures, name, 'input.md'), 'utf8'))
const unbreakable = readFileSync(join(import.meta.dirname, 'documents/unbreakable.md'), 'utf8')

describe('nothing makes Chromium shrink the page', () => {
  const yardstick = '\n\nThe yardstick.\n'
  /** How wide the yardstick is wherever it stands. */
  const widths = (bytes: Uint8Array) =>
    wordsIn(bytes).flatMap(({ word, left, right }) => (word === 'yardstick.' ? [right - left] : []))

  test.each([
    ['A4', 1],
    ['A4', 2],
    ['Letter', 1],
    ['Letter', 2],
    ['A5', 1],
    ['A5', 2],
    ['100mm 150mm', 1],
  ] as const)('on %s in %i columns, whatever the articles hold', async (size, columns) => {
    const paper = { size, columns }
    const [own = 0] = widths((await pdfOf(onPaper(await typeset(yardstick), paper), printer)).bytes)
    expect(own).toBeGreaterThan(20)
    const [first, ...more] = await Promise.all(
      [unbreakable, ...everything].map(text => issueOf(`${text}${yardstick}`)),
    )
    if (!first) throw new Error('Expected an issue')
    const all = renderingOf(joined(first, ...more), 'pdf', { assets: fonts })
    const found = widths((await pdfOf(onPaper(all, paper), printer)).bytes)
    expect(found.length).toBeGreaterThanOrEqual(everything.length)
    for (const width of found) expect(width).toBeCloseTo(own, 1)
  })
})

describe('the text stands on one grid of lines', () => {
  test.each([
    ['a paragraph', 'One.'],
    [
      'headings',
      '## A heading\n\n### Another\n\nText.\n\n### A third\n\n#### A fourth\n\nText.\n\n## A fifth\n\n#### A sixth',
    ],
    ['a heading of two lines', `## ${'A heading of two lines '.repeat(4)}`],
    ['lists', '- one\n- two\n  - three\n\n1. one\n\n   more\n2. two'],
    ['a quotation', '> One line.\n>\n> -- Someone'],
    ['a callout', '> [!NOTE]\n> One line.'],
    ['two callouts', '> [!NOTE]\n> One line.\n\n> [!TIP]\n> One line.'],
    [
      'a pull quote',
      ':::pullquote\nThe words that stand out, and that go on for a line or two, or three, as words do.\n:::',
    ],
    ['verse', ':::verse\nThe tide rises,\nthe tide falls\n\nthe curlew calls\n:::'],
    ['a rule', '***'],
    [
      'one block after another',
      '- a list\n\n> A quotation.\n\n> [!NOTE]\n> Words.\n> - a list\n\n1. a list\n\n> A quotation.\n>\n> - a list',
    ],
    [
      'words in other scripts and faces',
      'The word :lang[潮]{lang=ja} and :lang[مد]{lang=ar}, a [link](https://example.org/a) and [another](#after).',
    ],
    ['a figure', '![A dot](a.png "A caption")'],
    ['a formula', '$$\n\\frac{a}{b}\n$$'],
    ['a card', '::embed{url="https://example.org/a" title="A film"}'],
    ['a definition', 'Tide\n: The rise and fall.\n: The second sense.'],
    [
      'notes and signs in a line',
      'H~2~O, x^2^ and `code`, <kbd>Ctrl</kbd>, a note[^1] and *more*.\n\n[^1]: Note.',
    ],
  ])('after %s', async (_, markdown) => {
    const rendering = onPaper(await typeset(`Before.\n\n${markdown}\n\nAfter.\n`), { size: '210mm 500mm' })
    const { bytes } = await pdfOf(rendering, printer)
    const words = wordsIn(bytes)
    const [before, after] = ['Before.', 'After.'].map(
      each => words.find(({ word }) => word === each)?.bottom ?? Number.NaN,
    )
    const lines = ((after ?? 0) - (before ?? 0)) / rendering.tokens.paper.leading
    expect(lines).toBeGreaterThan(0.9)
    expect(Math.abs(lines - Math.round(lines))).toBeLessThan(0.02)
  })
})

/** What makes a paragraph as long as a first letter is high. */
const goesOn = 'They wrote it down, and read it again. '.repeat(8).trim()

test.each([
  [`“Some time in the thirteenth century.” ${goesOn}`, '“Some'],
  [`Tides rise and fall. ${goesOn}`, 'Tides'],
])('a first letter of several lines is one word with the rest of it: %s', async (text, word) => {
  const rendering = onPaper(await typeset(`${text}\n`), { dropCap: 3 })
  const { bytes, unfinished } = await pdfOf(rendering, printer)
  expect(unfinished).toBeUndefined()
  const found = wordsIn(bytes).find(each => each.word === word)
  expect((found?.bottom ?? 0) - (found?.top ?? 0)).toBeGreaterThan(2 * rendering.tokens.paper.leading)
  expect(poppler('pdftotext', bytes, '-raw').replace(/\s+/g, ' ')).toContain(text)
})

test.each([
  ['a heading', '## After.'],
  ['a list', '- After.'],
  ['a table', '| After. |\n|---|\n| One |'],
  ['a paragraph', 'After.'],
])('a first letter of several lines does not reach into %s', async (_, next) => {
  // From a paragraph of a word to one that is longer than the letter is high.
  const texts = Array.from({ length: 28 }, (_, count) => `Tides${' rise and fall'.repeat(count)}.`)
  const [first, ...more] = await Promise.all(
    texts.map(text => issueOf(`---\ntitle: Title\n---\n\n${text}\n\n${next}`)),
  )
  if (!first) throw new Error('Expected an issue')
  const all = renderingOf(joined(first, ...more), 'pdf', { assets: fonts })
  const words = wordsIn((await pdfOf(onPaper(all, { dropCap: 3 }), printer)).bytes)
  const [letters, after] = [/^Tides/, /^After/].map(of => words.filter(({ word }) => of.test(word)))
  expect(letters).toHaveLength(texts.length)
  expect(letters?.filter(({ top, bottom }) => bottom - top > 30).length).toBeGreaterThan(8)
  for (const [index, { top, bottom }] of letters?.entries() ?? []) {
    const baseline = top + 0.7 * (bottom - top)
    expect(after?.[index]?.top, texts[index]).toBeGreaterThan(baseline)
  }
})
