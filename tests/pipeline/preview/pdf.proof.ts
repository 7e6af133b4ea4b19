import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser } from 'puppeteer'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { localBrowser, type OpenedPreview, openPreview } from '../../support/preview.js'
import { anImage } from '../../support/rendering.js'

let browser: Browser
let opened: OpenedPreview
const asked: string[] = []

const article = (first: string) =>
  [
    '---\ntitle: Between tides\ndate: 2026-11-28\n---\n',
    `${first}\n\n![A mill by a causeway](images/mill.png)\n`,
    ...Array.from({ length: 60 }, (_, index) =>
      [
        index % 20 === 0 ? `\n## Part ${index / 20 + 1}\n` : '',
        `Paragraph ${index}: the tide comes in over the sands and over the posts, and goes out again as it came.\n`,
      ].join('\n'),
    ),
  ].join('\n')

beforeAll(async () => {
  browser = await localBrowser()
  opened = await openPreview(browser, {
    'trifold.yaml': 'name: Slack Water\nlang: en\naddress: 4 Custom House Lane\nformats: [pdf]\n',
    'content/tides.md': article('The water is slack.'),
    'content/images/mill.png': anImage.bytes,
  })
  opened.page.on('request', request => asked.push(request.url()))
  await press('PDF')
  await opened.page.waitForSelector('.sheet-picture canvas', { timeout: 15_000 })
  await opened.page.waitForSelector('.sheet:last-child .text-layer .block')
}, 30_000)
afterAll(async () => {
  await opened.close()
  await browser.close()
})

const press = (label: string) =>
  opened.page.evaluate(words => {
    const buttons = [...document.querySelectorAll('button')]
    const found = buttons.find(({ textContent }) => textContent === words)
    if (!found) throw new Error(`No button says ${words}`)
    found.click()
  }, label)

const scrollTop = () => opened.page.$eval('.sheets', sheets => sheets.scrollTop)
const pageNumber = () =>
  opened.page.$eval('.page-number', field => (field instanceof HTMLInputElement ? field.value : ''))
const words = () => opened.page.$eval('.sheets', sheets => sheets.textContent.replace(/\s+/g, ' '))

test('draws the pages that are near, and has the words of all', async () => {
  const { page } = opened
  const count = await page.$$eval('.sheet', sheets => sheets.length)
  expect(count).toBeGreaterThan(3)
  expect(await page.$eval('.page-of', node => node.textContent)).toBe(`of ${count}`)
  expect(await page.$$eval('.sheet canvas', drawn => drawn.length)).toBeLessThan(count)
  expect(await words()).toContain('Paragraph 59: the tide comes in over the sands and over the posts')
  const [shown, drawn] = await page.$eval('.sheet canvas', canvas => [
    canvas.getBoundingClientRect().width,
    (canvas as HTMLCanvasElement).width,
  ])
  expect(Math.abs((drawn ?? 0) - (shown ?? 0))).toBeLessThan(1.5)
})

test('lays the words over the page as they stand on it, a block for each paragraph', async () => {
  const block = await opened.page.evaluate(() => {
    const blocks = [...document.querySelectorAll('.text-layer .block')]
    const found = blocks.find(({ textContent }) => textContent.startsWith('Paragraph 2:'))
    const paper = found?.closest('.sheet-paper')?.getBoundingClientRect()
    const box = found?.getBoundingClientRect()
    return box && paper && { part: box.width / paper.width, high: box.height, text: found?.textContent }
  })
  expect(block?.text?.trim()).toMatch(/^Paragraph 2: .* as it came\.$/)
  // Two lines over the width of the text, not a page.
  expect(block?.part).toBeGreaterThan(0.5)
  expect(block?.part).toBeLessThan(0.8)
  expect(block?.high).toBeLessThan(80)
})

test('lets words be selected', async () => {
  const { page } = opened
  const [left = 0, top = 0, right = 0] = await page.evaluate(() => {
    const blocks = [...document.querySelectorAll('.text-layer .block')]
    const box = blocks.find(({ textContent }) => /^\s*The water/.test(textContent))?.getBoundingClientRect()
    return box ? [box.left, box.top + box.height / 2, box.right] : []
  })
  await page.mouse.move(left + 1, top)
  await page.mouse.down()
  await page.mouse.move(right - 1, top, { steps: 6 })
  await page.mouse.up()
  expect(await page.evaluate(() => getSelection()?.toString())).toContain('The water is slack')
})

test('shows bookmarks and tags, and goes to what is clicked', async () => {
  const { page } = opened
  await press('PDF tags')
  await page.waitForSelector('.tags')
  const rows = await page.$$eval('.tags button', buttons =>
    buttons.map(button => [...button.children].map(child => child.textContent).join(' ')),
  )
  expect(rows).toContain('Figure A mill by a causeway')
  expect(rows).toContain('H2 Part 3')
  expect(rows.some(row => /^P Paragraph 40: the tide .* as it came\.$/.test(row))).toBe(true)
  const before = await scrollTop()
  await page.evaluate(() => {
    const buttons = [...document.querySelectorAll<HTMLElement>('.tags button')]
    buttons.find(({ textContent }) => textContent.includes('Paragraph 58'))?.click()
  })
  expect(await scrollTop()).toBeGreaterThan(before)
  expect(await page.$eval('.meant', node => node.textContent)).toContain('Paragraph 58')
})

test('keeps the place that is read over zooms, and puts two pages side by side', async () => {
  const { page } = opened
  await page.$eval('.sheets', sheets => {
    const third = sheets.querySelectorAll('.sheet')[2]
    sheets.scrollTop += (third?.getBoundingClientRect().top ?? 0) - sheets.getBoundingClientRect().top
  })
  await page.waitForFunction(() => document.querySelector<HTMLInputElement>('.page-number')?.value === '3')
  await page.select('[aria-label="Zoom"]', '150')
  expect(await page.$eval('.sheet-paper', paper => paper.getBoundingClientRect().width)).toBeCloseTo(
    ((595 * 96) / 72) * 1.5,
    -1,
  )
  await page.waitForFunction(() => document.querySelector<HTMLInputElement>('.page-number')?.value === '3')
  await page.select('[aria-label="Zoom"]', 'width')
  await page.click('.check input')
  const tops = await page.$$eval('.sheet', sheets => sheets.map(each => each.getBoundingClientRect().top))
  expect(tops[1]).toBe(tops[2])
  expect(tops[0]).toBeLessThan(tops[1] ?? 0)
  await page.click('.check input')
  expect(await pageNumber()).toBe('3')
})

test('takes a new version in place: the scroll stays, and no page is ever empty', async () => {
  const { page } = opened
  await page.waitForSelector('.sheet:nth-child(3) canvas')
  const before = await scrollTop()
  await page.evaluate(() => {
    const third = document.querySelectorAll('.sheet-picture')[2]
    const seen = { empty: 0, changes: 0 }
    Object.assign(globalThis, { seen })
    if (third)
      new MutationObserver(() => {
        seen.changes += 1
        if (!third.querySelector('canvas')) seen.empty += 1
      }).observe(third, { childList: true })
  })
  opened.write('content/tides.md', article('The water is high.'))
  await page.waitForFunction(
    () => document.querySelector('.sheets')?.textContent.includes('The water is high.'),
    { timeout: 15_000 },
  )
  expect(await scrollTop()).toBe(before)
  await page.waitForFunction(() => (globalThis as unknown as { seen: { changes: number } }).seen.changes > 0)
  expect(await page.evaluate(() => (globalThis as unknown as { seen: { empty: number } }).seen.empty)).toBe(0)
})

test('asks only its own server for files, and breaks no policy', () => {
  expect(asked.length).toBeGreaterThan(3)
  expect(asked.filter(url => !url.startsWith(opened.address) && !url.startsWith('blob:'))).toEqual([])
  expect(opened.errors).toEqual([])
})

test.each(['light', 'dark'] as const)('axe-core finds nothing in %s', async scheme => {
  const { page } = opened
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }])
  await page.evaluate(readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'))
  const found = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> }
    }
    const { violations } = await axe.run()
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
  })
  expect(found).toEqual([])
})
