import jsqr from 'jsqr'
import type { Browser } from 'puppeteer'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openPrinter } from '../../../pipeline/bind/pdf/bind.js'
import { placesOf } from '../../../pipeline/bind/pdf/destinations.js'
import { textAt } from '../../../pipeline/bind/pdf/objects.js'
import { PDFDocument } from '../../../pipeline/bind/pdf/pdf-lib.js'
import { structureElements } from '../../../pipeline/bind/pdf/structure-tree.js'
import type { ConfigInput } from '../../../pipeline/config/schema.js'
import { createPress } from '../../../pipeline/press.js'
import { launch } from '../../pipeline/bind/pdf/browser.js'
import { poppler, popplerBytes } from '../../support/poppler.js'
import { issueOf, joined, renderingOf, renderingOfFile } from '../../support/rendering.js'
import { pdfOf } from './printed.js'

let browser: Browser
beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser.close())

async function printed(markdown: string, pdf: ConfigInput['pdf'] = {}) {
  const press = createPress({ browser, config: { name: 'Slack Water', lang: 'en-GB', pdf } })
  const { files, messages, sizes } = await press.render(await press.fromMarkdown(markdown), 'pdf')
  const bytes = files[0]?.bytes ?? new Uint8Array()
  const pages = poppler('pdftotext', bytes, '-layout').split('\f').slice(0, -1)
  return { bytes, pages, messages: messages.map(String), count: sizes.pages }
}

const filler = (paragraphs: number) =>
  'Bread is flour, water, salt and time, and of the four only the last is dear to whoever has none of it.\n\n'.repeat(
    paragraphs,
  )

/** Headings with one word each that stands nowhere else, so that a page shows which are on it. */
const parts = (count: number, paragraphs: number) =>
  Array.from({ length: count }, (_, n) => `## Part\u00A0x${n}x\n\n${filler(paragraphs)}`).join('')

/** The page that the contents give for each part, and the page that each part is on. */
function contentsOf(pages: readonly string[], first = 0) {
  const named = new Map<string, number>()
  const stands = new Map<string, number>()
  for (const [index, page] of pages.entries())
    for (const line of page.split('\n')) {
      const [, word = ''] = /(x\d+x)/.exec(line) ?? []
      if (word === '') continue
      // A leader is no text: beside the words stands the number alone.
      const [, number] = /\s{3}(\d+)\s*$/.exec(line) ?? /^\s*(\d+)\s{3}/.exec(line) ?? []
      if (number && index < first + 4) named.set(word, Number(number))
      else stands.set(word, index + 1)
    }
  return { named, stands }
}

describe('contents in print', () => {
  test('of a long article name the pages that its parts are on', async () => {
    const text = `---\ntitle: The long way\ntoc: true\n---\n\nSee [the last](#part-x59x).\n\n${parts(60, 26)}`
    const { pages, messages, count, bytes } = await printed(text)
    expect(messages).toEqual([])
    expect(count).toBeGreaterThanOrEqual(60)
    const { named, stands } = contentsOf(pages)
    expect(named.size).toBe(60)
    expect(named).toEqual(stands)
    expect(pages.join('')).toContain(`the last (page ${stands.get('x59x')})`)
    expect(poppler('pdfinfo', bytes)).toMatch(/^Tagged: +yes$/m)
  }, 60_000)

  test('of an Arabic article run from the right, and name the pages too', async () => {
    const words =
      'يأتي المد مرتين في اليوم ويذهب مرتين، ولا ينتظر أحدًا من الناس ولا يعرف أسماءهم.\n\n'.repeat(40)
    const text = [0, 1, 2].map(n => `## الجزء x${n}x\n\n${words}`).join('')
    const { pages, messages } = await printed(`---\ntitle: المد\nlang: ar\ntoc: true\n---\n\n${text}`)
    expect(messages).toEqual([])
    // Marks of direction stand around each number.
    const plain = pages.map(page => page.replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, ''))
    const { named, stands } = contentsOf(plain)
    expect(named.size).toBe(3)
    expect(named).toEqual(stands)
    expect(stands.get('x2x')).toBeGreaterThan(2)
    const entry = plain[0]?.split('\n').find(line => line.includes('x1x')) ?? ''
    expect(entry).toMatch(/^\s*\d+\s{3}/)
  })

  test('count the cover, as the running foot does', async () => {
    const text = `---\ntitle: The long way\ntoc: true\n---\n\n${parts(4, 30)}`
    const { pages } = await printed(text, { cover: true })
    const { named, stands } = contentsOf(pages)
    expect(named.get('x0x')).toBe(2)
    expect(named).toEqual(stands)
    expect(pages[0]).not.toMatch(/\d ?\/ ?\d/)
    expect(pages[1]).toMatch(new RegExp(`2 ?/ ?${pages.length}`))
  })

  test('are the same bytes each time, and PDF/UA with everything that can be printed', async () => {
    const text = `---\ntitle: The long way\ntoc: true\ncanonicalUrl: https://example.org/way\n---\n\nA [book](https://example.org/book), and [the last](#part-x3x).\n\n${parts(4, 30)}`
    const pdf = { cover: true, qr: true }
    const once = await printed(text, pdf)
    const again = await printed(text, pdf)
    expect(once.messages).toEqual([])
    expect(Buffer.compare(once.bytes, again.bytes)).toBe(0)
  })
})

test('a reference to what is on its page names none, and one to another page does', async () => {
  const at = (reference: string) => `See [it](#part-x1x)${reference}\n\n`
  const text = `---\ntitle: T\nlang: en\n---\n\n${at(' far.')}${filler(60)}## Part\u00A0x1x\n\n${at(' near.')}`
  const { pages, messages, bytes } = await printed(text)
  expect(messages).toEqual([])
  expect(pages.length).toBeGreaterThan(1)
  const words = pages.join(' ').replace(/\s+/g, ' ')
  expect(words).toContain(`See it (page ${pages.length}) far.`)
  expect(words).toContain('See it near.')
  expect(Buffer.compare(bytes, (await printed(text)).bytes)).toBe(0)
})

test('the places of a print are read from Chromium’s own file', async () => {
  const page = await browser.newPage()
  await page.setContent('<a href="#b">B</a><p id="b" style="break-before:page">B</p>')
  const { pages, pageOf } = placesOf(await page.pdf())
  await page.close()
  expect({ pages, b: pageOf.get('b') }).toEqual({ pages: 2, b: 2 })
})

describe('the address as a code', () => {
  const text = (url: string) => `---\ntitle: T\nlang: en\ncanonicalUrl: ${url}\n---\n\nText.\n`

  async function decoded(bytes: Uint8Array) {
    const png = popplerBytes('pdftoppm', bytes, '-r', '150', '-png')
    const { data, info } = await sharp(png).ensureAlpha().raw().toBuffer({ resolveWithObject: true })
    // The package is CommonJS, whose types put its function under `default` once more.
    const decode = jsqr as unknown as typeof jsqr.default
    return decode(new Uint8ClampedArray(data), info.width, info.height)?.data
  }

  test.each([
    'https://example.org/',
    `https://example.org/${'a-long-way/'.repeat(12)}?from=paper&language=en#text`,
    'https://example.org/كتاب',
  ])('leads a telephone to %s', async url => {
    const { bytes } = await printed(text(url), { qr: true })
    expect(decodeURI((await decoded(bytes)) ?? '')).toBe(url)
  })

  test('has words for whoever does not see it', async () => {
    const { bytes, messages } = await printed(text('https://example.org/way'), { qr: true })
    expect(messages).toEqual([])
    const pdf = await PDFDocument.load(bytes, { updateMetadata: false })
    const figures = structureElements(pdf).filter(({ type }) => type === 'Figure')
    expect(figures.map(({ dict }) => textAt(dict, 'Alt'))).toEqual(['QR code: example.org/way'])
  })

  test('is not there unless it is wanted, nor for an address too long for one', async () => {
    expect(await decoded((await printed(text('https://example.org/'))).bytes)).toBeUndefined()
    const long = `https://example.org/${'a'.repeat(400)}`
    expect(await decoded((await printed(text(long), { qr: true })).bytes)).toBeUndefined()
  })
})

describe('an issue of several articles in print', () => {
  const article = (title: string, lang: string) =>
    issueOf(`---\ntitle: ${title}\nlang: ${lang}\ntoc: true\nauthors: [Ada]\n---\n\n${parts(3, 30)}`)

  test('has a cover, its contents with the pages, and is PDF/UA', async () => {
    const issue = joined(await article('One way', 'en'), await article('Ein Weg', 'de'))
    const assets = (await renderingOfFile('content/the-dullest-instrument.md', 'pdf')).assets
    const printer = await openPrinter(browser)
    const { bytes, unfinished, moved, pages } = await pdfOf(renderingOf(issue, 'pdf', { assets }), printer)
    expect([unfinished, moved]).toEqual([undefined, []])
    const text = poppler('pdftotext', bytes, '-layout').split('\f')
    expect(text[0]).toContain('Ada')
    const first = text.findIndex((page, index) => index > 1 && page.includes('One way')) + 1
    const second = text.findIndex((page, index) => index > 1 && page.includes('Ein Weg')) + 1
    expect(first).toBe(3)
    expect(second).toBeGreaterThan(first + 2)
    expect(second).toBeLessThan(pages)
    expect(text[1]).toMatch(new RegExp(`One way[ .]*${first}$`, 'm'))
    expect(text[1]).toMatch(new RegExp(`Ein Weg[ .]*${second}$`, 'm'))
  })
})
