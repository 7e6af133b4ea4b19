import type { Browser } from 'puppeteer'
import { afterAll, beforeAll } from 'vitest'
import { openPrinter, type Printer } from '../../../../pipeline/bind/pdf/bind.js'
import { launch } from './browser.js'

/** A browser, and a printer on it, for the tests of a file or a `describe`: there once the tests run. */
export interface Opened {
  readonly browser: Browser
  readonly printer: Printer
}

/** Opens them before the tests where it is called, and closes them after. */
export function opened(): Opened {
  let both: Opened | undefined
  const there = (): Opened => {
    if (!both) throw new Error('Unexpected use of the browser before the tests, expected it in one')
    return both
  }
  beforeAll(async () => {
    const browser = await launch()
    both = { browser, printer: await openPrinter(browser) }
  })
  afterAll(() => both?.browser.close())
  return {
    get browser() {
      return there().browser
    },
    get printer() {
      return there().printer
    },
  }
}
