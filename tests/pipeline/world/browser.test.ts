import { EventEmitter } from 'node:events'
import type { Browser } from 'puppeteer'
import { expect, test } from 'vitest'
import { type BrowserLife, shareBrowser } from '../../../pipeline/world/shared-browser.js'
import { BrowserUnavailable } from '../../../pipeline/world.js'
import { memoryWorld } from '../../../pipeline/world-memory.js'
import { nodeWorld } from '../../../pipeline/world-node.js'

class Stand extends EventEmitter {
  connected = true
  die() {
    this.connected = false
    this.emit('disconnected')
  }
  async close() {
    this.die()
  }
}

// A stand-in has the few members of a browser that sharing touches.
const asBrowser = (stand: Stand) => stand as unknown as Browser
const asStand = (browser: Browser) => browser as unknown as Stand

function launcher() {
  const launched: Stand[] = []
  const launch = async () => {
    const stand = new Stand()
    launched.push(stand)
    return asBrowser(stand)
  }
  return { launched, launch, life: lifeOf(launch) }
}

const lifeOf = (launch: () => Promise<Browser>): BrowserLife => ({
  launch,
  end: browser => browser.close(),
})

test('launches once for all who ask, and not before', async () => {
  const { launched, life } = launcher()
  const shared = shareBrowser(life)
  expect(launched).toHaveLength(0)
  const [a, b] = await Promise.all([shared.get(), shared.get()])
  expect(a).toBe(b)
  expect(await shared.get()).toBe(a)
  expect(launched).toHaveLength(1)
})

test('starts without waiting for an answer, and gives that browser', async () => {
  const { launched, launch } = launcher()
  let answer = () => {}
  const answered = new Promise<void>(resolve => {
    answer = resolve
  })
  const shared = shareBrowser({
    end: browser => browser.close(),
    async launch(underWay) {
      underWay()
      await answered
      return launch()
    },
  })
  await shared.start()
  expect(launched).toHaveLength(0)
  answer()
  await shared.get()
  await shared.start()
  expect(launched).toHaveLength(1)
})

test('a start that fails is told of by whoever asks for the browser', async () => {
  const refuse = async () => {
    throw new BrowserUnavailable('not here')
  }
  const shared = shareBrowser(lifeOf(refuse))
  await shared.start()
  await expect(shared.get()).rejects.toThrow('not here')
})

test('launches anew, once, after the browser has died', async () => {
  const { launched, life } = launcher()
  const shared = shareBrowser(life)
  const first = await shared.get()
  launched[0]?.die()
  const [a, b] = await Promise.all([shared.get(), shared.get()])
  expect(a).not.toBe(first)
  expect(a).toBe(b)
  expect(launched).toHaveLength(2)
})

test('tries again after a launch that failed', async () => {
  const { launch } = launcher()
  let tries = 0
  const launchLater = async () => {
    tries += 1
    if (tries === 1) throw new BrowserUnavailable('not now')
    return launch()
  }
  const shared = shareBrowser(lifeOf(launchLater))
  await expect(shared.get()).rejects.toThrow('not now')
  expect((await shared.get()).connected).toBe(true)
})

test('closes also a browser that is still starting, and gives none afterwards', async () => {
  const { launched, life } = launcher()
  const shared = shareBrowser(life)
  const asked = shared.get()
  await shared.close()
  await asked
  expect(launched[0]?.connected).toBe(false)
  await expect(shared.get()).rejects.toThrow('closed')
  await shared.close()
})

test('a spare browser is for one, and the shared one goes on', async () => {
  const { launched, life } = launcher()
  const shared = shareBrowser(life)
  const first = await shared.get()
  const spare = await shared.spare()
  expect(spare.browser).not.toBe(first)
  expect(await shared.get()).toBe(first)
  await spare.close()
  expect(launched.map(({ connected }) => connected)).toEqual([true, false])
})

test('a browser that hangs is killed for a spare one, and nobody gets it any more', async () => {
  const { launched, life } = launcher()
  const shared = shareBrowser({ ...life, end: async browser => void asStand(browser).die() })
  const first = await shared.get()
  const spare = await shared.spare(first)
  const next = await shared.get()
  expect(new Set([first, spare.browser, next]).size).toBe(3)
  expect(launched[0]?.connected).toBe(false)
  // A second print that hung in the first browser does no harm to the one that came after it.
  await shared.spare(first)
  expect(await shared.get()).toBe(next)
})

test('closing ends the spare browsers too', async () => {
  const { launched, life } = launcher()
  const shared = shareBrowser(life)
  await shared.get()
  await shared.spare()
  await shared.close()
  expect(launched.map(({ connected }) => connected)).toEqual([false, false])
  await expect(shared.spare()).rejects.toThrow('closed')
})

test('a browser that is handed in is used and left open', async () => {
  const { launched, launch } = launcher()
  const browser = await launch()
  const world = nodeWorld({ browser })
  expect(await world.browser()).toBe(browser)
  const spare = await world.spareBrowser(browser)
  expect(spare.browser).toBe(browser)
  await spare.close()
  await world.close()
  expect(launched[0]?.connected).toBe(true)
})

test('starts a real browser and ends it', async () => {
  const world = nodeWorld()
  const browser = await world.browser()
  expect(await browser.version()).toMatch(/Chrome/)
  await world.close()
  expect(browser.connected).toBe(false)
})

test('a path that leads to no browser is said to be wrong', async () => {
  await expect(nodeWorld({ browserPath: '/none/chrome' }).browser()).rejects.toThrow(BrowserUnavailable)
  await expect(memoryWorld().browser()).rejects.toThrow(BrowserUnavailable)
})
