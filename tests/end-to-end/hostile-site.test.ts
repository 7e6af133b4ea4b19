import { parseAtomFeed, parseJsonFeed } from 'feedsmith'
import { fromHtml } from 'hast-util-from-html'
import type { Browser } from 'puppeteer'
import { visit } from 'unist-util-visit'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { directionControls } from '../../pipeline/parse/direction-controls.js'
import { openBrowser, openPage, violations } from '../support/browser.js'
import { atomFaults } from '../support/feeds/atom.js'
import { jsonFeedFaults } from '../support/feeds/json-feed.js'
import { type MemoryPublication, memoryPublication } from '../support/memory-publication.js'
import { pageFaults } from '../support/page-faults.js'
import { useTelephoneFaces } from '../support/telephone-faces.js'
import { hostileWords } from './hostile/words.js'

/** A page's elements with the names of their attributes, as a parser reads them. */
function outline(html: string): string[] {
  const found: string[] = []
  visit(fromHtml(html), 'element', ({ tagName, properties }) => {
    found.push([tagName, ...Object.keys(properties)].join(' '))
  })
  return found
}

/** Without white space and controls of direction, which have tests of their own. */
const folded = (text = '') => text.replace(directionControls, '').replace(/\s+/g, ' ').trim()
/** JSON is YAML. */
const yaml = (value: unknown) => JSON.stringify(value, undefined, 1)
const config = (words: string) =>
  `${yaml({
    name: words,
    publisher: words,
    description: words,
    // Its lines are told apart by commas.
    address: words.replace(/[\r\n]+/g, ' '),
    lang: 'en',
    url: 'https://example.org',
    email: { subscribe: 'https://example.org/on', unsubscribe: 'https://example.org/off' },
  })}\n`

const meta = (words: string, more: object = {}) => ({
  title: words,
  subtitle: words,
  description: words,
  number: words,
  tags: [words],
  authors: [{ name: words, role: words, affiliation: words, disclosure: words }],
  date: '2026-03-20',
  ...more,
})
const article = (words: string, more: object = {}) =>
  `---\n${yaml(meta(words, more))}\n---\n\nText.\n\n## Part\n`

/** A publication of an article and of an issue of two, with these words in every field. */
const publicationOf = (words: string) =>
  memoryPublication({
    'trifold.yaml': config(words),
    'content/one.md': article(words),
    'content/two/issue.yaml': yaml({
      ...meta(words),
      date: '2026-03-21',
      authors: undefined,
      editors: [words],
      sections: [{ title: words, articles: ['a.md', 'b.md'] }],
    }),
    'content/two/a.md': article(words),
    'content/two/b.md': article(words),
  })

const pages = ['index.html', 'subscribe.html', 'one/index.html', 'two/index.html']

describe.each(hostileWords)('$name in every field of a publication', ({ words, shown = words }) => {
  let made: MemoryPublication
  beforeAll(async () => {
    made = publicationOf(words)
    await made.build([], ['epub', 'web'])
  }, 60_000)

  test('leaves the elements of the pages as they are', async () => {
    const plain = publicationOf(shown.replace(/\S/gu, 'q'))
    await plain.build([], ['epub', 'web'])
    for (const page of pages)
      expect([page, ...outline(made.text(`dist/${page}`))]).toEqual([
        page,
        ...outline(plain.text(`dist/${page}`)),
      ])
  })

  test('is what a reader of the feeds reads', () => {
    const atom = parseAtomFeed(made.text('dist/feed.xml'))
    const json = parseJsonFeed(made.text('dist/feed.json'))
    expect(jsonFeedFaults(made.text('dist/feed.json'))).toEqual([])
    expect(folded(json.title)).toBe(folded(shown))
    expect(json.items?.map(({ title }) => folded(title))).toEqual([folded(shown), folded(shown)])
    expect(json.items?.map(({ id }) => id)).toEqual(atom.entries?.map(({ id }) => id))
    expect(made.text('dist/feed.xml').match(/<entry /g)).toHaveLength(2)
  })
})

describe('a publication whose issues are named by all of them', () => {
  let made: MemoryPublication
  let browser: Browser
  beforeAll(async () => {
    made = memoryPublication({
      'trifold.yaml': config('Slack Water'),
      ...Object.fromEntries(hostileWords.map(({ words }, index) => [`content/n${index}.md`, article(words)])),
    })
    await made.build()
    browser = await openBrowser()
  }, 120_000)
  afterAll(() => browser?.close())

  test('has feeds by the grammar, and pages without a fault', async () => {
    expect(atomFaults(made.text('dist/feed.xml'))).toEqual([])
    expect(jsonFeedFaults(made.text('dist/feed.json'))).toEqual([])
    expect(await pageFaults(made.text('dist/index.html'))).toEqual([])
  })

  test('has an archive that runs nothing, asks for nothing, and is open to every reader on a telephone', async () => {
    const address = 'https://example.org/'
    const { page, asked, said } = await openPage(browser, address, url =>
      url === address
        ? { bytes: Buffer.from(made.text('dist/index.html')), type: 'text/html; charset=utf-8' }
        : undefined,
    )
    await useTelephoneFaces(page)
    await page.setViewport({ width: 320, height: 800 })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
    expect(await page.evaluate(() => document.querySelectorAll('article').length)).toBe(hostileWords.length)
    for (const scheme of ['light', 'dark'] as const) expect(await violations(page, scheme)).toEqual([])
    expect({ asked, said }).toEqual({ asked: [], said: [] })
    await page.close()
  })
})
