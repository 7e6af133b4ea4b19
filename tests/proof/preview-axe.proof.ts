import type { Browser } from 'puppeteer'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { localBrowser, type OpenedPreview, openPreview } from '../support/preview.js'
import { previewFaults } from '../support/preview-axe.js'
import { smallPng } from '../support/small-png.js'

const text =
  '---\ntitle: Between tides\ndate: 2026-11-28\n---\n\n## Part\n\nThe [mill](https://tides.example.com/), [part](#part).\n\n![The mill](images/mill.png)\n\n![none](none.png)\n'

let browser: Browser
let opened: OpenedPreview
beforeAll(async () => {
  browser = await localBrowser()
  opened = await openPreview(browser, {
    'trifold.yaml':
      'name: Slack Water\nlang: en\naddress: 4 Custom House Lane\nemail: { unsubscribe: https://example.org/leave }\nformats: [email, web, pdf, epub]\n',
    'content/images/mill.png': await smallPng(),
    'content/tides.md': text.replace('![none](none.png)\n', ''),
    'content/ebb.md': text,
  })
  await opened.page.waitForFunction(
    () => document.querySelector('.bar .state')?.textContent?.startsWith('Built'),
    { timeout: 120_000 },
  )
})
afterAll(async () => {
  await opened?.close()
  await browser.close()
})

/** Until nothing is on its way but what is told all the time. */
const settled = () => opened.page.waitForNetworkIdle({ idleTime: 300, concurrency: 1 })

test('axe finds nothing in any panel, whichever issue is shown', async () => {
  const { page } = opened
  const ids = await page.$$eval('.tabs [role="tab"]', tabs => tabs.map(({ id }) => id))
  expect(ids).toEqual(
    ['findings', 'source', 'weight', 'links', 'reading', 'tags', 'files', 'theme', 'send'].map(
      id => `panel-${id}`,
    ),
  )
  for (const issue of ['ebb', 'tides']) {
    await page.click(`.issues li:nth-child(${issue === 'ebb' ? 1 : 2}) button`)
    for (const id of ids) {
      await page.click(`#${id}`)
      await settled()
      await page.$$eval('#panel details', all => {
        for (const each of all) each.open = true
      })
      expect(await page.$eval('#panel', node => node.textContent), id).not.toBe('')
      expect(await previewFaults(page), `${issue}, ${id}`).toEqual([])
    }
  }
})

test('axe finds nothing in any view, alone and beside another, nor in the list of keys', async () => {
  const { page } = opened
  for (const name of ['Email', 'Web', 'PDF', 'EPUB']) {
    await page.click(`.views .segments ::-p-text(${name})`)
    await page.waitForSelector(`.pane[aria-label="${name}"]`)
    await settled()
    expect(await page.$$eval('.pane', all => all.length)).toBe(1)
    expect(await previewFaults(page), name).toEqual([])
  }
  await page.select('.views select', 'web')
  await page.waitForSelector('.pane + .pane')
  await settled()
  expect(await previewFaults(page), 'side by side').toEqual([])
  await page.click('.round')
  expect(await previewFaults(page), 'keys').toEqual([])
})

test('axe finds nothing in any look of the email', async () => {
  const { page } = opened
  await page.keyboard.press('Escape')
  await page.select('.views select', '')
  await page.click('.views .segments ::-p-text(Email)')
  for (const name of ['Telephone', 'Pictures off', 'Styles off', 'Plain text', 'Source']) {
    await page.click(`.pane-bar ::-p-text(${name})`)
    await settled()
    expect(await previewFaults(page), name).toEqual([])
  }
  await page.click('.pane-bar ::-p-text(Mail)')
  await page.click('.pane-bar ::-p-text(Desktop)')
  await page.select('.views select', 'web')
  await page.waitForSelector('.pane + .pane')
  await settled()
  expect(await page.$eval('.pane .frame', node => node.scrollWidth > node.clientWidth)).toBe(true)
  expect(await previewFaults(page), 'wider than its pane').toEqual([])
})
