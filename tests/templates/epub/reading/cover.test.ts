import type { Browser } from 'puppeteer'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createPress } from '../../../../pipeline/press.js'
import { openBrowser } from '../../../support/browser.js'
import { type Files, filesOf, openChapter, type Reading } from '../../../support/reading-system/book.js'

let browser: Browser
let files: Files
beforeAll(async () => {
  browser = await openBrowser()
  const press = createPress({ browser, config: { name: 'Slack Water', lang: 'en' } })
  const read = await press.fromMarkdown('---\ntitle: The mill\n---\n\nWords.\n')
  const [epub] = (await press.render(read, 'epub')).files
  files = filesOf(epub?.bytes ?? new Uint8Array())
  await press.close()
})
afterAll(() => browser?.close())

const screens: Record<string, Reading> = {
  'an e-reader': { width: 600, height: 800 },
  'a telephone': { width: 360, height: 740 },
  'a tablet on its side': { width: 1180, height: 820 },
  'an e-reader with lines from top to bottom': { width: 600, height: 800, look: 'vertical' },
}

test.each(Object.entries(screens))('the cover is whole on one page of %s', async (_screen, screen) => {
  const page = await openChapter(browser, files, 'cover.xhtml', screen)
  const { scrolled, picture, margin } = await page.evaluate(() => {
    const { scrollHeight: height, scrollWidth: width } = document.documentElement
    const image = document.querySelector('img')?.getBoundingClientRect()
    // As the book has it, without the margins of the reading system.
    for (const style of document.querySelectorAll('style')) style.remove()
    return {
      scrolled: { width, height },
      picture: { width: image?.width ?? 0, height: image?.height ?? 0 },
      margin: getComputedStyle(document.body).margin,
    }
  })
  await page.close()
  expect(scrolled).toEqual({ width: screen.width, height: screen.height })
  expect(picture.height / picture.width).toBeCloseTo(1.6, 1)
  expect(Math.max(picture.height / screen.height, picture.width / screen.width)).toBeGreaterThan(0.9)
  expect(margin).toBe('0px')
})
