import { EventEmitter } from 'node:events'
import type { Browser } from 'puppeteer'
import { expect, test } from 'vitest'
import { shareBrowser } from '../../../pipeline/world/shared-browser.js'
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

function launcher() {
  const launched: Stand[] = []
  const launch = async () => {
    const stand = new Stand()
    launched.push(stand)
    return asBrowser(stand)
  }
  return { launched, launch }
}

test('launches once for all who ask, and not before', async () => {
  const { launched, launch } = launcher()
  const shared = shareBrowser(launch)
  expect(launched).toHaveLength(0)
  const [a, b] = await Promise.all([shared.get(), shared.get()])
  expect(a).toBe(b)
  expect(await shared.get()).toBe(a)
  expect(launched).toHaveLength(1)
})

test('launches anew, once, after the browser has died', async () => {
  const { launched, launch } = launcher()
  const shared = shareBrowser(launch)
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
  const shared = shareBrowser(async () => {
    tries += 1
    if (tries === 1) throw new BrowserUnavailable('not now')
    return launch()
  })
  await expect(shared.get()).rejects.toThrow('not now')
  expect((await shared.get()).connected).toBe(true)
})

test('closes also a browser that is still starting, and gives none afterwards', async () => {
  const { launched, launch } = launcher()
  const shared = shareBrowser(launch)
  const asked = shared.get()
  await shared.close()
  await asked
  expect(launched[0]?.connected).toBe(false)
  await expect(shared.get()).rejects.toThrow('closed')
  await shared.close()
})

test('a browser that is handed in is used and left open', async () => {
  const { launched, launch } = launcher()
  const browser = await launch()
  const world = nodeWorld({ browser })
  expect(await world.browser()).toBe(browser)
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
