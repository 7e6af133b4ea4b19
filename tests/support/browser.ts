import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Browser, Page } from 'puppeteer'
import { findBrowser } from '../../pipeline/browser/find.js'
import { nodeBrowserHost } from '../../pipeline/browser/host.js'
import { launchBrowser } from '../../pipeline/browser/launch.js'

/** The browser that Trifold finds here, with the network closed. @throws where there is none */
export async function openBrowser(): Promise<Browser> {
  const found = await findBrowser(nodeBrowserHost())
  if (!found.found) throw new Error(`These tests need a browser; none in ${found.tried.join(', ')}`)
  return launchBrowser(found)
}

/** A page that shows files of memory or disk, and remembers what else it asked for. */
export interface OpenedPage {
  readonly page: Page
  /** Addresses that were asked for and that nobody has. */
  readonly asked: readonly string[]
  /** Scripts' errors, and what the console was told. */
  readonly said: readonly string[]
}

/** Opens an address whose bytes, and those of all it asks for, come from `serve`. */
export async function openPage(
  browser: Browser,
  address: string,
  serve: (url: string) => { readonly bytes: Uint8Array; readonly type: string } | undefined,
): Promise<OpenedPage> {
  const asked: string[] = []
  const said: string[] = []
  const page = await browser.newPage()
  page.on('console', message => said.push(message.text()))
  page.on('pageerror', error => said.push(String(error)))
  await page.setRequestInterception(true)
  page.on('request', request => {
    // A page's own blobs are in its memory, and what is in an address is in the page.
    if (/^(?:blob|data):/.test(request.url())) {
      request.continue()
      return
    }
    const served = serve(request.url())
    if (served) {
      request.respond({ status: 200, contentType: served.type, body: served.bytes })
      return
    }
    asked.push(request.url())
    request.respond({ status: 404, body: '' })
  })
  await page.goto(address, { waitUntil: 'load' })
  return { page, asked, said }
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/**
 * What axe has against a page in a colour scheme, a line for each place.
 *
 * @param without rules that do not hold for the kind of page
 */
export async function violations(
  page: Page,
  scheme: 'light' | 'dark',
  without: readonly string[] = [],
): Promise<string[]> {
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }])
  // The page's own policy lets no script in; this way it comes from the browser.
  await page.evaluate(axe)
  const rules = Object.fromEntries(without.map(rule => [rule, { enabled: false }]))
  const results = await page.evaluate(
    options =>
      (globalThis as unknown as { axe: { run(options: object): Promise<AxeResults> } }).axe.run(options),
    { rules },
  )
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
  )
}
