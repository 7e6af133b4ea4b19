import type { Browser } from 'puppeteer'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { localBrowser, type OpenedPreview, openPreview } from '../../support/preview.js'

let browser: Browser
let opened: OpenedPreview
beforeAll(async () => {
  browser = await localBrowser()
})
afterAll(() => browser.close())
afterEach(() => opened.close())

const article = (words: string) => `---\ntitle: Between tides\ndate: 2026-11-28\n---\n\n# Part\n\n${words}\n`

/** The text of the frame that is shown, when it has these words. */
const shows = (words: string) =>
  opened.page.waitForFunction(
    wanted =>
      [...document.querySelectorAll('iframe')].some(
        frame =>
          frame.style.visibility !== 'hidden' && frame.contentDocument?.body?.textContent?.includes(wanted),
      ),
    { timeout: 10_000 },
    words,
  )

test('shows an issue, and what was saved in its place', async () => {
  opened = await openPreview(browser, { 'content/tides.md': article('The water is slack.') })
  await shows('The water is slack.')
  expect(await opened.page.$eval('nav.issues', node => node.textContent)).toContain('Between tides')
  opened.write('content/tides.md', article('The water is high.'))
  await shows('The water is high.')
  await opened.page.evaluate(() => {
    const web = [...document.querySelectorAll('button')].find(({ textContent }) => textContent === 'Web')
    web?.click()
  })
  await shows('The water is high.')
  expect(opened.errors).toEqual([])
})
