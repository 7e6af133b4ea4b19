import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'puppeteer'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Article } from '../../pipeline/article.js'
import { saidBy } from '../../pipeline/check/parity/passages.js'
import { readHtml } from '../../pipeline/check/parity/read-html.js'
import { createPress, type Press } from '../../pipeline/press.js'
import { elementsNamed } from '../../pipeline/walk.js'
import { openBrowser } from '../support/browser.js'
import { projectRoot, slugs } from '../support/built-samples.js'
import { openReader, type Reader } from '../support/foliate/reader.js'
import { lostIn } from '../support/reading/lost.js'
import { lacks } from '../support/reading/media.js'
import { faintTexts } from '../support/recolour/legible.js'

const fixtures = join(projectRoot, 'tests/fixtures')
const input = (path: string) => readFileSync(join(fixtures, path, 'input.md'), 'utf8')
const everything = () =>
  readdirSync(join(fixtures, 'elements'))
    .map(name => input(`elements/${name}`))
    .join('\n\n')

const books: Readonly<Record<string, (press: Press) => ReturnType<Press['read']>>> = {
  ...Object.fromEntries(slugs.map(slug => [slug, (press: Press) => press.read(`content/${slug}.md`)])),
  'every element': press => press.fromMarkdown(everything()),
  'an article in Hebrew': press => press.fromMarkdown(input('scripts/hebrew')),
}

/** What a reader's settings put over a book: they colour its ground and its text, and nothing else of it. */
const light = { css: 'html { background: #ffffff; color: #111111 }', ground: '#ffffff' }
const sepia = { css: 'html { background: #f4ecd8; color: #5b4636 }', ground: '#f4ecd8' }
const dark = {
  css: 'html { color-scheme: dark; background: #1b1b1b; color: #d8d8d8 } a:any-link { color: #8ab4f8 }',
  ground: '#1b1b1b',
}

let browser: Browser
let press: Press
beforeAll(async () => {
  press = createPress({
    folder: projectRoot,
    config: { name: 'Slack Water', lang: 'en-GB', mergeTags: ['name', 'email'] },
  })
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await press?.close()
})

describe.each(Object.keys(books))('%s, open in foliate-js', name => {
  let article: Article
  let reader: Reader
  beforeAll(async () => {
    const read = await books[name]?.(press)
    if (!read) throw new Error(`There is no ${name}`)
    ;[article] = read.issue.articles
    const { files } = await press.render(read, 'epub')
    reader = await openReader(browser, files[0]?.bytes ?? new Uint8Array())
  })
  afterAll(() => reader?.page.close())

  /** The document that the article is in. */
  const chapter = async () => {
    const [first] = await reader.ask('contents')
    return (await reader.ask('visit', first?.href ?? '')).index
  }

  /** Keeps a picture of the page in the folder that PICTURES names, where it does. */
  async function keep(as: string, shot?: Uint8Array): Promise<void> {
    const folder = process.env.PICTURES
    if (!folder) return
    mkdirSync(folder, { recursive: true })
    const picture = shot ?? (await reader.page.screenshot({ type: 'png' }))
    writeFileSync(join(folder, `${name} ${as}.png`.replaceAll(' ', '-')), picture)
  }

  /** How light the page is, from 0 to 255. */
  async function lightness(as: string): Promise<number> {
    const shot = await reader.page.screenshot({ type: 'png' })
    await keep(as, shot)
    const { channels } = await sharp(shot).greyscale().stats()
    return channels[0]?.mean ?? Number.NaN
  }

  test('has contents of which every entry leads to its heading', async () => {
    const contents = await reader.ask('contents')
    const headings = elementsNamed(article.tree, 'h2', 'h3', 'h4')
    expect(contents.length).toBe(1 + headings.length)
    for (const { label, href } of contents)
      expect(await reader.ask('visit', href), href).toMatchObject({ text: label, seen: true })
  })

  test('shows every word of the article', async () => {
    const shown: string[] = []
    for (let index = 0; index < (await reader.ask('sections')); index++)
      shown.push(await reader.ask('section', index))
    const readings = shown.map(readHtml)
    const reading = {
      text: readings.map(({ text }) => text).join('\n'),
      links: readings.flatMap(({ links }) => links),
    }
    expect(lacks(reading, article, 'epub')).toEqual([])
    expect(lostIn(reading.text, [{ text: article.meta.title, as: 'run' }], 'epub')).toEqual([])
  })

  test('opens each note in its pop-up', async () => {
    const opened = await reader.ask('notes', await chapter())
    const calls = elementsNamed(article.tree, 'noteref')
    const notes = elementsNamed(article.tree, 'note')
    expect(opened.length).toBe(calls.length)
    for (const [at, { call, type, text }] of opened.entries()) {
      const number = calls[at]?.properties.number
      expect([call, type]).toEqual([String(number), 'footnote'])
      const note = notes.find(({ properties }) => properties.number === number)
      expect(note && lostIn(text, saidBy(note, 'epub').passages, 'epub')).toEqual([])
    }
    if (calls.length > 0) {
      await reader.ask('popUp', await chapter())
      await keep('note')
      await reader.ask('close')
    }
  })

  test('is read on white, sepia and black', async () => {
    await reader.page.setViewport({ width: 600, height: 800 })
    await chapter()
    for (const [colours, { css, ground }] of Object.entries({ light, sepia, dark })) {
      await reader.ask('dress', css, ground)
      expect(await faintTexts(await reader.frame()), colours).toEqual([])
      const seen = await lightness(colours)
      if (colours === 'dark') expect(seen).toBeLessThan(96)
      else expect(seen).toBeGreaterThan(170)
    }
    await reader.ask('dress', '', '#ffffff')
  })

  test.each([
    [600, 100],
    [600, 200],
    [320, 100],
  ])('fits a screen of %i pixels at a type size of %i percent', async (width, size) => {
    await reader.page.setViewport({ width, height: 800 })
    await chapter()
    await reader.ask('dress', `html { font-size: ${size}% }`, '#ffffff')
    expect(await reader.ask('wide')).toEqual([])
    await keep(`${width} at ${size}`)
  })

  test('asked for nothing, and met no error', () => {
    expect(reader.troubles).toEqual([])
  })

  if (name === 'an article in Hebrew')
    test('turns its pages from the right to the left', async () => {
      expect(await reader.ask('dir')).toBe('rtl')
      const before = await reader.ask('turnLeft')
      expect(await reader.ask('turnLeft')).toBeGreaterThanOrEqual(before)
    })
})
