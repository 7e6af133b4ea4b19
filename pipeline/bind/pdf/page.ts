import type { Browser, Frame, HTTPRequest, Page, PDFOptions } from 'puppeteer'
import { PrintFailed } from './failed.js'
import type { Printed } from './printer.js'
import { RequestDesk, shellUrl } from './request-desk.js'
import type { PrintResource } from './resource.js'

/** One page of the browser on the virtual origin, reused for one print after another. */
export interface PrintPage {
  print(html: string, resources: ReadonlyMap<string, PrintResource>, signal?: AbortSignal): Promise<Printed>
  /** Whether it neither crashed nor was closed. */
  readonly usable: boolean
  /** Closes the page; one that has crashed or gone already is no error. */
  close(): Promise<void>
}

// In milliseconds. A book of 477 pages takes six seconds, so a page that takes this long hangs.
const printTimeout = 120_000

const options: PDFOptions = {
  // For a document that sets no size of its own: Chromium's default is Letter.
  format: 'a4',
  preferCSSPageSize: true,
  printBackground: true,
  tagged: true,
  outline: true,
  timeout: printTimeout,
}

/** Opens a page with scripts off and every request answered from memory, on the shell of the virtual origin. */
export async function openPrintPage(browser: Browser): Promise<PrintPage> {
  const page = await browser.newPage().catch(error => {
    throw new PrintFailed('The browser could not open a page to print on', { cause: error })
  })
  const desk = new RequestDesk()
  try {
    await page.setJavaScriptEnabled(false)
    // Faces and pictures of `@media print` are then loaded with the document.
    await page.emulateMediaType('print')
    await page.setRequestInterception(true)
    page.on('request', request => desk.answer(request))
    await page.goto(shellUrl, { timeout: printTimeout })
  } catch (error) {
    await closeQuietly(page)
    throw new PrintFailed('The browser could not open a page to print on', { cause: error })
  }
  let usable = true
  const lost = () => {
    usable = false
  }
  page.on('error', lost)
  page.on('close', lost)
  return {
    get usable() {
      return usable
    },
    async print(html, resources, signal) {
      signal?.throwIfAborted()
      const death = watchForDeath(browser, page, desk, signal)
      try {
        return await Promise.race([death.promise, printOn(page, desk, html, resources)])
      } catch (error) {
        if (signal?.aborted) throw signal.reason
        if (error instanceof PrintFailed) throw error
        throw new PrintFailed(`The browser could not print: ${messageOf(error)}`, { cause: error })
      } finally {
        death.forget()
        desk.rest()
      }
    },
    close: () => closeQuietly(page),
  }
}

async function printOn(
  page: Page,
  desk: RequestDesk,
  html: string,
  resources: ReadonlyMap<string, PrintResource>,
): Promise<Printed> {
  // Within one load of the shell Chromium keeps every file under its address, from document to document.
  if (desk.wouldAnswerOtherwise(resources)) {
    desk.forget()
    await page.goto(shellUrl, { timeout: printTimeout })
  }
  desk.serve(resources)
  await page.setContent(html, { waitUntil: 'load', timeout: printTimeout })
  const before = desk.answered
  let bytes = await page.pdf(options)
  // A face that only margin boxes use is asked for while Chromium prints, too late for that print.
  await page.evaluate(() => document.fonts.ready.then(() => {}))
  if (desk.answered > before) bytes = await page.pdf(options)
  // A document that moves the page elsewhere (a meta refresh) leaves the policy of the shell behind.
  if (page.url().split('#')[0] !== shellUrl)
    throw new PrintFailed('The document led the page away from itself')
  return { bytes, missing: desk.missing }
}

/**
 * A promise that only rejects: when the page crashes, is closed or led elsewhere (a meta refresh would leave the
 * policy of the shell behind, and can keep Chromium waiting), when the browser goes, or the signal is aborted.
 */
function watchForDeath(browser: Browser, page: Page, desk: RequestDesk, signal: AbortSignal | undefined) {
  let forget = () => {}
  const promise = new Promise<never>((_, reject) => {
    const fail = (what: string, cause?: Error) => reject(new PrintFailed(what, cause && { cause }))
    const crashed = (error: Error) => fail('The page crashed while printing', error)
    const closed = () => fail('The page was closed while printing')
    const gone = () => fail('The browser went away while printing')
    const aborted = () => reject(signal?.reason)
    const leaving = (request: HTTPRequest) => {
      if (desk.printing && request.isNavigationRequest() && request.frame() === page.mainFrame())
        fail('The document led the page away from itself')
    }
    const left = (frame: Frame) => {
      if (frame === page.mainFrame() && frame.url().split('#')[0] !== shellUrl)
        fail('The document led the page away from itself')
    }
    page.on('error', crashed).on('close', closed).on('request', leaving).on('framenavigated', left)
    browser.on('disconnected', gone)
    signal?.addEventListener('abort', aborted)
    forget = () => {
      page.off('error', crashed).off('close', closed).off('request', leaving).off('framenavigated', left)
      browser.off('disconnected', gone)
      signal?.removeEventListener('abort', aborted)
    }
  })
  return { promise, forget }
}

async function closeQuietly(page: Page): Promise<void> {
  await page.close().catch(() => {})
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
