import type { Browser } from 'puppeteer'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { violations } from '../../support/browser.js'
import { localBrowser, type OpenedPreview, openPreview } from '../../support/preview.js'

let browser: Browser
let opened: OpenedPreview
const long =
  'What was said of the tides, the mill, and the keeper of the lock between two high waters of November'
beforeAll(async () => {
  browser = await localBrowser()
  const issues = Array.from({ length: 12 }, (_, at): [string, string] => {
    const title = at === 0 ? long : at === 1 ? 'بين مدّ وجزر' : `Tides ${at}`
    const picture = at === 2 ? '![none](none.png)' : ''
    return [
      `content/tides-${String(at).padStart(2, '0')}.md`,
      `---\ntitle: ${title}\ndate: 2026-11-28\n${at === 3 ? 'draft: true\n' : ''}---\n\nSlack water. ${picture}\n`,
    ]
  })
  const config =
    'name: Slack Water\naddress: 4 Custom House Lane\nemail: { unsubscribe: https://example.org/leave }\nformats: [web]\n'
  opened = await openPreview(
    browser,
    { 'trifold.yaml': config, ...Object.fromEntries(issues) },
    { keeps: true },
  )
  await opened.page.click('.segments button:last-child')
  await opened.page.waitForFunction(() => document.querySelectorAll('.issues li').length === 12)
}, 60_000)
afterAll(async () => {
  await opened.close()
  await browser.close()
})

const until = (selector: string, words: string) =>
  opened.page.waitForFunction(
    (where, wanted) =>
      [...document.querySelectorAll<HTMLElement>(where)].some(
        node => node.checkVisibility() && node.textContent?.includes(wanted),
      ),
    { timeout: 25_000 },
    selector,
    words,
  )
const focused = () => opened.page.evaluate(() => document.activeElement?.textContent)

test('says how it stands with each issue and each format, in words', async () => {
  await until('.bar .state', 'Built in')
  await until('.issues li:first-child', 'nothing found')
  await until('.issues li:nth-child(4)', 'draft')
  await until('.issues li:nth-child(3)', '1 ')
  await until('.pane-bar .state', 'Built at ')
})

test.each(['light', 'dark'] as const)(
  'axe finds nothing on any panel or view, %s',
  async scheme => {
    const { page } = opened
    const ids = await page.$$eval('.tabs [role="tab"]', tabs => tabs.map(({ id }) => id))
    expect(ids).toContain('panel-theme')
    for (const id of ids) {
      await page.click(`#${id}`)
      if (id === 'panel-theme') {
        await page.waitForSelector('.token')
        await page.$$eval('details.part', parts => {
          for (const part of parts) part.open = true
        })
      }
      expect(await violations(page, scheme), id).toEqual([])
    }
    for (const button of await page.$$('.segments button')) {
      await button.click()
      expect(await violations(page, scheme)).toEqual([])
    }
    await page.click('.round')
    expect(await violations(page, scheme)).toEqual([])
    await page.keyboard.press('Escape')
  },
  60_000,
)

test('is gone through by keys', async () => {
  const { page } = opened
  await page.focus('.segments button:first-child')
  await page.keyboard.press('ArrowRight')
  expect(await focused()).toBe('Telephone')
  await page.keyboard.press('End')
  await page.keyboard.press('ArrowRight')
  expect(await focused()).toBe('Email')
  expect(await page.$$eval('.segments button', all => all.filter(each => each.tabIndex === 0).length)).toBe(1)
  await page.keyboard.press('Enter')
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
  await page.keyboard.press('j')
  expect(await page.$eval('.issues [aria-current]', node => node.textContent)).toContain('بين')
  await page.keyboard.type('?')
  expect(await page.$eval('dialog', ({ open }) => open)).toBe(true)
  await page.keyboard.press('Escape')
  await page.focus('.find input')
  await page.keyboard.type('jk 11')
  expect(await page.$eval('.issues [aria-current]', node => node.textContent).catch(() => 'none')).toBe(
    'none',
  )
  await page.$eval('.find input', node => {
    node.value = 'tides 11'
    node.dispatchEvent(new Event('input'))
  })
  expect(await page.$$eval('.issues li', all => all.length)).toBe(1)
  await page.$eval('.find input', node => {
    node.value = ''
    node.dispatchEvent(new Event('input'))
  })
})

test('leads past the bar by its first link', async () => {
  const { page } = opened
  await page.reload()
  await page.waitForSelector('#shown')
  await page.keyboard.press('Tab')
  expect(await focused()).toBe('Skip to what is shown')
  await page.keyboard.press('Enter')
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('shown')
})

test('moves nothing when a build comes in', async () => {
  const { page } = opened
  await until('.bar .state', 'Built in')
  await page.evaluate(() => {
    const seen = { shift: 0 }
    Object.assign(globalThis, { seen })
    new PerformanceObserver(list => {
      for (const entry of list.getEntries()) seen.shift += 'value' in entry ? Number(entry.value) : 0
    }).observe({ type: 'layout-shift' })
  })
  opened.write('content/tides-05.md', '---\ntitle: Tides 5, later\ndate: 2026-11-28\n---\n\nHigh water.\n')
  await until('.issues', 'Tides 5, later')
  await until('.bar .state', 'Built in')
  expect(await page.evaluate(() => (globalThis as unknown as { seen: { shift: number } }).seen.shift)).toBe(0)
})

test('says at the top what is wrong with the config, until it is mended', async () => {
  opened.write('trifold.yaml', 'name: Slack Water\nformats: [web]\nurll: x\n')
  await until('.notice', 'trifold.yaml:3:1 urll: unknown key; did you mean url?')
  await until('.bar .state', 'The config has an error')
  opened.write('trifold.yaml', 'name: Neap Tide\nformats: [web]\n')
  await until('h1', 'Neap Tide')
  await until('.bar .state', 'Built in')
  expect(await opened.page.$$eval('.notice', all => all.filter(each => each.checkVisibility()).length)).toBe(
    0,
  )
})

test('says that the preview has ended, and goes on when it is back', async () => {
  await opened.stop()
  await until('.notice', 'The preview has ended; start it again.')
  await until('.bar .state', 'Not connected')
  opened.write('content/tides-00.md', '---\ntitle: Back again\ndate: 2026-11-28\n---\n\nHigh water.\n')
  await opened.start()
  await until('.issues', 'Back again')
  await until('.bar .state', 'Built in')
  expect(await opened.page.$$eval('.notice', all => all.filter(each => each.checkVisibility()).length)).toBe(
    0,
  )
})
