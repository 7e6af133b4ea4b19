import { join } from 'node:path'
import type { Browser } from 'puppeteer'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser } from '../../../support/browser.js'
import { type Files, openChapter, type Reading, unpacked } from '../../../support/reading-system/book.js'
import { beyondColumn, ownColours } from '../../../support/reading-system/measure.js'

const articles = ['everything', 'arabic', 'hebrew', 'japanese'] as const
const books = new Map<string, Files>()
let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
  for (const name of articles) {
    books.set(name, await unpacked(join(import.meta.dirname, `${name}.md`), {}, browser))
  }
})
afterAll(() => browser?.close())

/** Runs a step on a chapter as somebody reads it. */
async function reading<Result>(
  name: string,
  how: Reading,
  step: (page: Awaited<ReturnType<typeof openChapter>>) => Promise<Result>,
): Promise<Result> {
  const page = await openChapter(browser, books.get(name) ?? new Map(), 'ch-001.xhtml', how)
  try {
    return await step(page)
  } finally {
    await page.close()
  }
}

const screens: Record<string, Reading> = {
  'a telephone with letters twice as large': { width: 320, height: 568, letters: 200 },
  'a telephone': { width: 360, height: 740 },
  'an e-reader of six inches': { width: 536, height: 724, scale: 2 },
  'a tablet': { width: 820, height: 1180 },
}

describe.each(articles)('%s', name => {
  test.each(Object.entries(screens))('nothing is wider than %s', async (_screen, screen) => {
    expect(await reading(name, screen, beyondColumn)).toEqual([])
  })

  test('nothing is longer than a line from top to bottom', async () => {
    const down: Reading = { width: 2000, height: 700, look: 'vertical' }
    expect(await reading(name, down, page => beyondColumn(page, true))).toEqual([])
  })

  test.each(['night', 'sepia'] as const)('has the ink and the ground of the reader in %s', async look => {
    expect(await reading(name, { width: 536, height: 724, look }, ownColours)).toEqual([])
  })

  test('sets neither size, typeface nor line height of running text', async () => {
    const running = await reading(name, { width: 536, height: 724 }, page =>
      page.evaluate(() => {
        document.body.style.cssText = 'font: 23px/41px cursive'
        const set = (element: Element) => {
          const { fontSize, fontFamily, lineHeight, textAlign } = getComputedStyle(element)
          return [fontSize, fontFamily, lineHeight, textAlign].join(' ')
        }
        return [...document.querySelectorAll('section > p:not([class])')].map(set)
      }),
    )
    expect(new Set(running)).toEqual(new Set(['23px cursive 41px start']))
  })
})

test('a formula is never set smaller than can be read, and scrolls where it is wider then', async () => {
  const telephone: Reading = { width: 320, height: 568, letters: 200 }
  const formulas = await reading('everything', telephone, page =>
    page.evaluate(() =>
      [...document.querySelectorAll('math')].map(math => {
        const box = math.closest('.formula-line, .equation')
        if (!box) throw new Error('Expected what scrolls around a formula')
        return {
          size: Number.parseFloat(getComputedStyle(math).fontSize) / 32,
          scrolls: box.scrollWidth > box.clientWidth,
          within: box.getBoundingClientRect().right <= document.body.getBoundingClientRect().right,
        }
      }),
    ),
  )
  expect(formulas.map(({ size }) => size.toFixed(2))).toEqual(['0.60', '0.60'])
  expect(formulas.map(({ within }) => within)).toEqual([true, true])
  expect(formulas.at(-1)?.scrolls).toBe(true)
  const tablet = await reading('everything', { width: 1600, height: 1180 }, page =>
    page.evaluate(() => [...document.querySelectorAll('math')].map(math => getComputedStyle(math).fontSize)),
  )
  expect(tablet).toEqual(['16px', '16px'])
})

test('the text is as wide as the page that a reading system gives it', async () => {
  const widths = await reading('everything', { width: 400, height: 700 }, page =>
    page.evaluate(() => [
      document.body.clientWidth,
      document.querySelector('section > p')?.getBoundingClientRect().width,
    ]),
  )
  expect(widths).toEqual([368, 368])
})

test('lines from top to bottom are apart by what lines from side to side are', async () => {
  const gaps = (how: Reading) =>
    reading('japanese', how, page =>
      page.evaluate(() => {
        const [items, box] = ['li', '.callout'].map(name => document.querySelector(name))
        if (!items || !box) throw new Error('Expected a list and a callout')
        const [item, callout] = [getComputedStyle(items), getComputedStyle(box)]
        return [
          item.marginBlock,
          item.marginInline,
          callout.marginBlock,
          callout.marginInline,
          callout.paddingBlock,
        ]
      }),
    )
  const down = await gaps({ width: 2000, height: 700, look: 'vertical' })
  expect(down).toEqual(await gaps({ width: 700, height: 700 }))
  expect(down).toEqual(['0px 4.8px', '0px', '22.4px', '0px', '12.8px'])
})

test('broken lines of code hang below their own indentation, and nothing is added to them', async () => {
  const lines = await reading('everything', { width: 360, height: 740 }, page =>
    page.evaluate(() =>
      [...document.querySelectorAll('pre .line')].map(line => {
        const range = document.createRange()
        range.selectNodeContents(line)
        const rows = [...range.getClientRects()].filter(({ width }) => width > 0)
        const top = Math.min(...rows.map(row => row.top))
        const left = (of: DOMRect[]) => Math.round(Math.min(...of.map(row => row.left)))
        const [first, later] = [rows.filter(row => row.top - top < 5), rows.filter(row => row.top - top >= 5)]
        return { text: line.textContent, hang: later.length > 0 ? left(later) - left(first) : 0 }
      }),
    ),
  )
  const text = lines.map(({ text }) => text).join('')
  expect(text.split('\n')).toHaveLength(7)
  expect(text).toContain('\n  if (hours < 0) {\n    throw new')
  // A letter of code is 0.6 em of 13.6 px wide; the first row begins with its own spaces.
  const letters = lines.map(({ hang }) => Math.round(hang / (13.6 * 0.6)))
  expect(letters).toEqual([0, 0, 8, 0, 6, 6, 0])
})

test('marked stress stands upright where a script has no italics', async () => {
  const styles = await reading('arabic', { width: 360, height: 740 }, page =>
    page.evaluate(() =>
      ['.standfirst', '.credit', '.rows dt'].map(name => {
        const element = document.querySelector(name)
        return element && getComputedStyle(element).fontStyle
      }),
    ),
  )
  expect(styles).toEqual(['normal', 'normal', 'normal'])
})
