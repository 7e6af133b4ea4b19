import type { Browser } from 'puppeteer'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { serveWords, serveWordsIn } from '../../../templates/serve-words.js'
import { webWords } from '../../../templates/web-words.js'
import { openBrowser } from '../../support/browser.js'
import { pageFaults } from '../../support/page-faults.js'
import { everyPage, pageTroubles, placeIn } from '../../support/serve-pages.js'

describe.each(Object.keys(serveWords))('in %s', lang => {
  test.each(Object.entries(everyPage(placeIn(lang))))('the page %s is sound HTML', async (_name, html) => {
    expect(await pageFaults(html)).toEqual([])
  })

  test('no word is missing, and each sentence that has the publication’s name has it once', () => {
    const said = Object.values(serveWordsIn(lang)).flatMap(word =>
      typeof word === 'function'
        ? [word('Slack Water')]
        : typeof word === 'string'
          ? [word]
          : Object.values(word),
    )
    expect(said.filter(each => each.trim() !== each || each === '' || each.includes('undefined'))).toEqual([])
    expect(said.filter(each => each.includes('Slack Water'))).toHaveLength(4)
    expect(said.filter(each => each.split('Slack Water').length > 2)).toEqual([])
  })
})

test('there are words for the same languages as elsewhere', () => {
  expect(Object.keys(serveWords)).toEqual(Object.keys(webWords))
})

test('a language without words gets English ones, and the page says so', () => {
  const html = everyPage(placeIn('he')).form ?? ''
  expect(html).toContain('<html lang="en" dir="ltr">')
  expect(html).toContain('<header class="masthead" lang="he">')
})

describe('every page tells who publishes it', () => {
  test.each(Object.entries(everyPage(placeIn('en-GB'))))('%s', (_name, html) => {
    expect(html).toContain('Slack Water')
    expect(html).toContain('4 Custom House Lane, Saltmere')
  })
})

describe('in a browser', () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await openBrowser()
  })
  afterAll(() => browser?.close())

  // All pages in more languages are tried by tests/proof/serve-pages.proof.ts.
  test.each(['wrong form', 'preferences', 'letter'])(
    'the page %s fits, asks for nothing, and is open to all',
    async name => {
      const { [name]: html = '' } = everyPage(placeIn(name === 'preferences' ? 'ar' : 'en-GB'))
      expect(await pageTroubles(browser, { [name]: html })).toEqual([])
    },
  )
})
