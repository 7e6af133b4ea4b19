import { setTimeout } from 'node:timers/promises'
import type { Browser } from 'puppeteer'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { PrintFailed } from '../../../../pipeline/bind/pdf/failed.js'
import type { Patience } from '../../../../pipeline/bind/pdf/patience.js'
import type { Printed } from '../../../../pipeline/bind/pdf/printer.js'
import { type Browsers, steadyPrinter } from '../../../../pipeline/bind/pdf/steady-printer.js'
import type { World } from '../../../../pipeline/world.js'
import { nodeWorld } from '../../../../pipeline/world-node.js'
import { poppler } from '../../../support/poppler.js'
import { groupOf, renderersOf } from '../../../support/processes.js'

/** Long enough on the page to be met by what is done to its browser. */
const long = (words: string, paragraphs = 3000) =>
  `<!doctype html><title>T</title><h1>${words}</h1>${'<p>Some words of a paragraph, and more of them.</p>'.repeat(paragraphs)}`
const short = (words: string) => `<!doctype html><title>T</title><h1>${words}</h1>`
const patience: Patience = { toOpen: 5_000, toPrint: () => 30_000 }
const nothing = new Map<string, never>()
const textOf = ({ bytes }: Printed) => poppler('pdftotext', bytes)

let world: World
/** Every browser that was started, in order. */
let started: Browser[]
/** What happens to each browser once it prints. */
let fate: (browser: Browser, place: number) => void
let browsers: Browsers
beforeEach(() => {
  world = nodeWorld()
  started = []
  fate = () => undefined
  const know = (browser: Browser) => {
    if (!started.includes(browser)) {
      started.push(browser)
      fate(browser, started.length - 1)
    }
    return browser
  }
  browsers = {
    browser: async () => know(await world.browser()),
    spareBrowser: async hung => {
      const spare = await world.spareBrowser(hung)
      know(spare.browser)
      return spare
    },
  }
})
afterEach(() => world.close())

const leaderOf = (browser: Browser | undefined) => browser?.process()?.pid

/** Once it has a page on the document, whose renderer is busy. */
async function midPrint(browser: Browser, strike: (leader: number) => void): Promise<void> {
  const leader = leaderOf(browser)
  while (leader !== undefined && browser.connected) {
    const pages = await browser.pages().catch(() => [])
    if (pages.some(page => page.url().includes('press.invalid'))) {
      await setTimeout(80)
      strike(leader)
      return
    }
    await setTimeout(5)
  }
}

const killGroup = (leader: number) => void process.kill(-leader, 'SIGKILL')
const killRenderers = (leader: number) => {
  for (const { pid } of renderersOf(leader)) process.kill(pid, 'SIGKILL')
}
const stopGroup = (leader: number) => void process.kill(-leader, 'SIGSTOP')

describe.skipIf(process.platform !== 'linux')('a print whose browser fails', () => {
  test.each([
    ['is killed', killGroup],
    ['loses its renderer', killRenderers],
  ])('%s is made by another', async (_, strike) => {
    fate = (browser, place) => {
      if (place === 0) void midPrint(browser, strike)
    }
    const printer = steadyPrinter(browsers, patience)
    const printed = await printer.print(long('Printed after all'), nothing)
    expect(textOf(printed)).toContain('Printed after all')
    expect(started).toHaveLength(2)
    // The spare one is gone at once.
    await expect.poll(() => groupOf(leaderOf(started[1]))).toEqual([])
    await world.close()
    await expect.poll(() => groupOf(leaderOf(started[0]))).toEqual([])
  })

  test('each time is told after the second, and the prints after it are made', async () => {
    const printer = steadyPrinter(browsers, patience)
    fate = browser => void midPrint(browser, killGroup)
    await expect(printer.print(long('Brings every browser down', 12_000), nothing)).rejects.toThrow(
      /^The (?:browser ended|page .*) while printing, and another browser fared no better$/,
    )
    expect(started).toHaveLength(2)
    fate = () => undefined
    expect(textOf(await printer.print(short('Later'), nothing))).toContain('Later')
  })

  test('and hangs twice is given up in bounded time', async () => {
    fate = browser => void midPrint(browser, stopGroup)
    const printer = steadyPrinter(browsers, { toOpen: 5_000, toPrint: () => 2_500 })
    const error = await printer.print(long('Never', 12_000), nothing).catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(PrintFailed)
    expect((error as PrintFailed).how).toBe('hung')
    expect((error as PrintFailed).message).toBe(
      'The browser did not answer for 2.5 seconds, and another browser fared no better',
    )
    // Killed they are all; the last of them takes a moment to be gone.
    for (const browser of started) await expect.poll(() => groupOf(leaderOf(browser))).toEqual([])
  })
})

test('a document that leads its page away is not tried again', async () => {
  const printer = steadyPrinter(browsers)
  const html = `<!doctype html><meta http-equiv="refresh" content="0;url=http://127.0.0.1:9/">${'<p>x</p>'.repeat(3000)}`
  await expect(printer.print(html, nothing)).rejects.toThrow('led the page away')
  expect(started).toHaveLength(1)
})

test('an abort is not a failure to be tried again', async () => {
  const printer = steadyPrinter(browsers)
  const controller = new AbortController()
  const printing = printer.print(long('Unwanted'), nothing, controller.signal)
  await setTimeout(200)
  controller.abort(new Error('No longer wanted'))
  await expect(printing).rejects.toThrow('No longer wanted')
  expect(started).toHaveLength(1)
})

test('says so when no other browser starts', async () => {
  const dead = { connected: false, newPage: () => Promise.reject(new Error('Gone')) }
  const printer = steadyPrinter({
    // A stand-in has the one member that opening a page touches.
    browser: async () => dead as unknown as Browser,
    spareBrowser: () => Promise.reject(new Error('There is none')),
  })
  await expect(printer.print(short('Any'), nothing)).rejects.toThrow(
    'The browser could not open a page to print on, and no other could be started (There is none)',
  )
})
