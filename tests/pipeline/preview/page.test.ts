import type { Browser } from 'puppeteer'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { localBrowser, type OpenedPreview, openPreview } from '../../support/preview.js'
import { previewFaults } from '../../support/preview-axe.js'

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
  await opened.page.click('.views .segments ::-p-text(Web)')
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

// Every view with something in it, and every panel in the dark: tests/proof/preview-axe.proof.ts.
test('axe finds nothing on any panel in the light, nor on the page in the dark', async () => {
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
    const schemes = ['panel-findings', 'panel-theme'].includes(id)
      ? (['light', 'dark'] as const)
      : (['light'] as const)
    expect(await previewFaults(page, schemes), id).toEqual([])
  }
  await page.click('.round')
  expect(await previewFaults(page)).toEqual([])
  await page.keyboard.press('Escape')
})

test('is gone through by keys', async () => {
  const { page } = opened
  const chosen = () => page.$eval('.views [aria-pressed="true"]', node => node.textContent)
  await page.focus('.views .segments button:first-child')
  await page.keyboard.press('ArrowRight')
  expect(await focused()).toBe('Web')
  await page.keyboard.press('End')
  expect(await focused()).toBe('EPUB')
  await page.keyboard.press('ArrowRight')
  expect(await focused()).toBe('Email')
  expect(
    await page.$$eval('.views .segments button', all => all.filter(each => each.tabIndex === 0).length),
  ).toBe(1)
  await page.keyboard.press('Enter')
  expect(await chosen()).toBe('Email')
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur())
  await page.keyboard.press('2')
  expect(await chosen()).toBe('Web')
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
  const before = performance.now()
  await opened.stop()
  // A page that listens is not waited for; answers under way would be for five seconds.
  expect(performance.now() - before).toBeLessThan(4_000)
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
