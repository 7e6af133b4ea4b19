import type { Browser } from 'puppeteer'
import { PrintFailed } from './failed.js'
import type { Patience } from './patience.js'
import { openPrinter, type Printed, type Printer } from './printer.js'

/** Where a steady printer gets its browsers; `World` has the same two. */
export interface Browsers {
  browser(): Promise<Browser>
  spareBrowser(hung?: Browser): Promise<{ readonly browser: Browser; close(): Promise<void> }>
}

/**
 * A printer that outlives its browser. A print that fails for the browser's sake is tried once more, on a browser of its
 * own: an article that brings down every browser brings down no other article's print. Second tries go one at a time, so
 * that a machine which runs out of memory is not handed many browsers.
 */
export function steadyPrinter(browsers: Browsers, patience?: Patience, pages?: number): Required<Printer> {
  let opened: { readonly browser: Browser; readonly printer: Promise<Printer> } | undefined
  let lastTry: Promise<unknown> = Promise.resolve()

  async function shared() {
    const browser = await browsers.browser()
    if (opened?.browser !== browser) opened = { browser, printer: openPrinter(browser, patience, pages) }
    return opened
  }

  async function tryAgain(
    first: PrintFailed,
    broken: Browser,
    print: (printer: Printer) => Promise<Printed>,
  ): Promise<Printed> {
    const spare = await browsers.spareBrowser(first.how === 'hung' ? broken : undefined).catch(error => {
      throw new PrintFailed(
        `${first.message}, and no other could be started (${messageOf(error)})`,
        first.how,
      )
    })
    try {
      return await print(await openPrinter(spare.browser, patience))
    } catch (error) {
      throw error instanceof PrintFailed && error.mayPass ? twice(error) : error
    } finally {
      await spare.close()
    }
  }

  return {
    async print(html, resources, signal, draft) {
      signal?.throwIfAborted()
      const { browser, printer } = await shared()
      const print = (on: Printer) => on.print(html, resources, signal, draft)
      try {
        return await print(await printer)
      } catch (error) {
        signal?.throwIfAborted()
        if (!(error instanceof PrintFailed && error.mayPass)) throw error
        const trying = lastTry.then(() => {
          signal?.throwIfAborted()
          return tryAgain(error, browser, print)
        })
        lastTry = trying.catch(() => undefined)
        return trying
      }
    },
    async warmUp() {
      const { printer } = await shared()
      await (await printer).warmUp?.()
    },
    async close() {
      await (await opened?.printer)?.close()
    },
  }
}

const twice = (failed: PrintFailed) =>
  new PrintFailed(`${failed.message}, and another browser fared no better`, failed.how, { cause: failed })

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error))
