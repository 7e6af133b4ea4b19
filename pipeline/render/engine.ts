import type { Format } from '../article.js'
import { openPrinter, type Printer } from '../bind/pdf/bind.js'
import type { World } from '../world.js'
import { renderers } from './renderers.js'

/** What is opened once and serves every issue of a run. */
export interface Engine {
  readonly world: World
  /**
   * The printer of the world's browser, opened at the first call; opened anew after its browser died.
   * @throws BrowserUnavailable
   */
  printer(): Promise<Printer>
  /** Starts what takes long to start, while the text is still being read. */
  warmUp(formats: readonly Format[]): void
}

/** An engine in a world. It opens nothing by itself; the world closes what it opened. */
export function startEngine(world: World): Engine {
  let opened: { printer: Promise<Printer>; alive: () => boolean } | undefined
  async function printer(): Promise<Printer> {
    if (opened?.alive()) return opened.printer
    let connected = true
    const browser = world.browser()
    opened = { printer: browser.then(openPrinter), alive: () => connected }
    browser.then(
      running =>
        running.once('disconnected', () => {
          connected = false
        }),
      () => {
        connected = false
      },
    )
    return opened.printer
  }
  // A failure to start is met again, and told, where the thing is used.
  const ignore = () => undefined
  return {
    world,
    printer,
    warmUp(formats) {
      if (formats.includes('pdf')) printer().catch(ignore)
      for (const format of formats) renderers[format]().catch(ignore)
    },
  }
}
