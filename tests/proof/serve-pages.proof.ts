import type { Browser } from 'puppeteer'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from '../support/browser.js'
import { everyPage, pageTroubles, placeIn } from '../support/serve-pages.js'

const longWord = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser?.close())

test.each([
  ['English', everyPage(placeIn('en-GB'))],
  ['Arabic', everyPage(placeIn('ar'))],
  ['French', everyPage(placeIn('fr'))],
  [
    'words that are wider than a phone',
    everyPage(placeIn('de', { name: longWord, address: longWord, description: longWord })),
  ],
])(
  'every page of the public server in %s fits, asks for nothing, and is open to all',
  async (_name, pages) => {
    expect(await pageTroubles(browser, pages)).toEqual([])
  },
)
