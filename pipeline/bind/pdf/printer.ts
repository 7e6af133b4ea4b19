import type { Browser } from 'puppeteer'
import { PrintFailed } from './failed.js'
import { openPrintPage, type PrintPage } from './page.js'
import type { Patience } from './patience.js'
import type { PrintResource } from './resource.js'

/** Prints HTML on reused pages of one browser. */
export interface Printer {
  /**
   * Prints a whole HTML document as Chromium makes it, unfinished.
   *
   * @param draft without tags and outline: laid out alike, for whoever wants to know only what is on which page
   * @throws {PrintFailed} when the page or the browser dies, or does not answer in time.
   * @throws the signal's reason when it is aborted.
   */
  print(
    html: string,
    resources: ReadonlyMap<string, PrintResource>,
    signal?: AbortSignal,
    draft?: boolean,
  ): Promise<Printed>
  /** Opens a page before there is something to print. Whatever goes wrong is met again by the print. */
  warmUp?(): Promise<void>
  /** Closes the printer's pages; the browser stays. Prints under way fail. */
  close(): Promise<void>
}

/** What Chromium gave, and what the page asked for that was not in the resources, sorted. */
export interface Printed {
  readonly bytes: Uint8Array
  readonly missing: readonly string[]
}

/** More pages than cores gain nothing (49, 34 and 34 ms a document with 1, 2 and 4 on two cores) and cost memory. */
export const usualPages = 2

/**
 * A printer of some pages, opened when first needed. A page that breaks is thrown away, and the next print gets a new one.
 *
 * @param pages how many there are at most
 */
export async function openPrinter(
  browser: Browser,
  patience?: Patience,
  pages = usualPages,
): Promise<Printer> {
  const idle: PrintPage[] = []
  const open = new Set<PrintPage>()
  const waiting: (() => void)[] = []
  let warm: Promise<PrintPage | undefined> | undefined
  let taken = 0
  let closed = false

  async function take(): Promise<PrintPage> {
    while (taken >= pages && !closed) await new Promise<void>(resolve => waiting.push(resolve))
    if (closed) throw new PrintFailed('The printer is closed', 'closed')
    taken++
    try {
      const page = takeIdle() ?? (await takeWarm()) ?? (await openPrintPage(browser, patience))
      open.add(page)
      return page
    } catch (error) {
      release()
      throw error
    }
  }

  function takeIdle(): PrintPage | undefined {
    let page = idle.pop()
    while (page && !page.usable) {
      open.delete(page)
      page = idle.pop()
    }
    return page
  }

  /** The page that was opened beforehand, or is being opened; for one print, the first. */
  async function takeWarm(): Promise<PrintPage | undefined> {
    const opening = warm
    warm = undefined
    const page = await opening
    return page?.usable ? page : undefined
  }

  function release(): void {
    taken--
    waiting.shift()?.()
  }

  return {
    async print(html, resources, signal, draft) {
      signal?.throwIfAborted()
      const page = await take()
      try {
        const printed = await page.print(html, resources, signal, draft)
        idle.push(page)
        return printed
      } catch (error) {
        open.delete(page)
        // A page that is stuck may never close, and nothing waits for it.
        void page.close()
        if (closed && !signal?.aborted) throw new PrintFailed('The printer is closed', 'closed')
        throw error
      } finally {
        release()
      }
    },
    async warmUp() {
      if (taken > 0 || idle.length > 0 || closed) return
      warm ??= openPrintPage(browser, patience).catch(() => undefined)
      await warm
    },
    async close() {
      closed = true
      for (const wake of waiting.splice(0)) wake()
      const unused = await takeWarm()
      await Promise.all([...open, ...(unused ? [unused] : [])].map(page => page.close()))
      open.clear()
      idle.length = 0
    },
  }
}
