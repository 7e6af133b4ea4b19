import type { Browser } from 'puppeteer'

/** One browser for all who ask. */
export interface SharedBrowser {
  /** The browser that runs, or a new one where none does or it has died. @throws what launching throws */
  get(): Promise<Browser>
  /** Closes the browser, also one that is still starting. Later calls of `get` are refused. */
  close(): Promise<void>
}

/** Launches at the first call; calls that come while it starts wait for the same one. */
export function shareBrowser(launch: () => Promise<Browser>): SharedBrowser {
  let current: Promise<Browser> | undefined
  let closed = false

  function start(): Promise<Browser> {
    const starting = launch()
    const forget = () => {
      if (current === starting) current = undefined
    }
    starting.then(browser => browser.once('disconnected', forget), forget)
    current = starting
    return starting
  }

  return {
    async get() {
      if (closed) throw new Error('The browser was asked for after it had been closed')
      const asked = current ?? start()
      const browser = await asked
      if (browser.connected) return browser
      if (current === asked) current = undefined
      return current ?? start()
    },
    async close() {
      closed = true
      const browser = await current?.catch(() => undefined)
      current = undefined
      await browser?.close()
    },
  }
}
