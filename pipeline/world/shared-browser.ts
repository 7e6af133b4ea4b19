import type { Browser } from 'puppeteer'
import type { SpareBrowser } from '../world.js'

/** One browser for all who ask, and spare ones for what it failed at. */
export interface SharedBrowser {
  /** The browser that runs, or a new one where none does or it has died. @throws what launching throws */
  get(): Promise<Browser>
  /** Starts it; resolves once its process does, long before it can be used. Never rejects: getting it says what went wrong. */
  start(): Promise<void>
  /** A new browser that nobody else is given. @throws what launching throws */
  spare(hung?: Browser): Promise<SpareBrowser>
  /** Closes the browsers, also one that is still starting. Later calls are refused. */
  close(): Promise<void>
}

/** How a browser is started and ended. */
export interface BrowserLife {
  /** @param underWay called when what is left of starting is the browser's own work */
  launch(underWay: () => void): Promise<Browser>
  /** Ends it, also one that does not answer. Never rejects. */
  end(browser: Browser): Promise<void>
}

/** Launches at the first call; calls that come while it starts wait for the same one. */
export function shareBrowser({ launch, end }: BrowserLife): SharedBrowser {
  let current: Promise<Browser> | undefined
  let closed = false
  const spares = new Set<Promise<Browser>>()

  function start(underWay = () => {}): Promise<Browser> {
    const starting = launch(underWay)
    const forget = () => {
      if (current === starting) current = undefined
    }
    starting.then(browser => browser.once('disconnected', forget), forget)
    current = starting
    return starting
  }

  function refuseClosed(): void {
    if (closed) throw new Error('The browser was asked for after it had been closed')
  }

  return {
    async get() {
      refuseClosed()
      const asked = current ?? start()
      const browser = await asked
      if (browser.connected) return browser
      if (current === asked) current = undefined
      return current ?? start()
    },
    start: () =>
      new Promise(resolve => {
        if (current || closed) resolve()
        else
          start(resolve).then(
            () => resolve(),
            () => resolve(),
          )
      }),
    async spare(hung) {
      refuseClosed()
      if (hung) {
        const asked = current
        // Who asks from now on gets another.
        if (asked && (await asked.catch(() => undefined)) === hung && current === asked) current = undefined
        await end(hung)
        refuseClosed()
      }
      const starting = launch(() => {})
      spares.add(starting)
      try {
        const browser = await starting
        const close = async () => {
          spares.delete(starting)
          await end(browser)
        }
        return { browser, close }
      } catch (error) {
        spares.delete(starting)
        throw error
      }
    },
    async close() {
      closed = true
      const open = [...(current ? [current] : []), ...spares]
      current = undefined
      spares.clear()
      const ended = open.map(async starting => {
        const browser = await starting.catch(() => undefined)
        if (browser) await end(browser)
      })
      await Promise.all(ended)
    },
  }
}
