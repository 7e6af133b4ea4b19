import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser, Page } from 'puppeteer'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launch } from '../../pipeline/bind/pdf/browser.js'
import { bound } from './bound.js'
import { elementCases } from './element-cases.js'
import { renderingFrom } from './rendering.js'

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const everything = Object.values(elementCases)
  .map(({ markdown }) => markdown)
  .join('\n\n')

let browser: Browser

beforeAll(async () => {
  browser = await launch()
})

afterAll(() => browser.close())

/** Shows an article's email; its pictures are not loaded, so their words show. */
async function show(lang: string, scheme: 'light' | 'dark', width: number): Promise<Page> {
  const { html } = await bound(
    await renderingFrom(`---\ntitle: All of it\nlang: ${lang}\n---\n${everything}`),
  )
  const page = await browser.newPage()
  await page.setViewport({ width, height: 900 })
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }])
  await page.setRequestInterception(true)
  page.on('request', request => void (request.isNavigationRequest() ? request.continue() : request.abort()))
  await page.setContent(html, { waitUntil: 'load' })
  return page
}

describe.each(['light', 'dark'] as const)('every element in the %s', scheme => {
  it.each(['en', 'ar'])('is accessible by axe, contrast included (%s)', async lang => {
    const page = await show(lang, scheme, 700)
    await page.evaluate(axeSource)
    const faults = await page.evaluate(async () => {
      // axe puts itself on the page's global object.
      const { axe } = globalThis as unknown as {
        axe: { run(options: object): Promise<{ violations: Violation[] }> }
      }
      type Violation = { id: string; nodes: { html: string; failureSummary: string }[] }
      const rules = { region: { enabled: false }, 'landmark-one-main': { enabled: false } }
      const { violations } = await axe.run({ rules })
      return violations.flatMap(({ id, nodes }) =>
        nodes.map(node => `${id}: ${node.html.slice(0, 200)} ${node.failureSummary}`),
      )
    })
    await page.close()
    expect(faults).toEqual([])
  })
})

it.each([320, 360, 700])('fits a screen %i px wide', async width => {
  const page = await show('en', 'light', width)
  const wide = await page.evaluate(() => document.documentElement.scrollWidth)
  await page.close()
  expect(wide).toBeLessThanOrEqual(width)
})
