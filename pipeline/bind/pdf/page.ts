import type { Browser, Frame, HTTPRequest, Page, PDFOptions } from 'puppeteer'
import { type Failure, PrintFailed } from './failed.js'
import { defaultPatience, type Patience, withinPatience } from './patience.js'
import type { Printed } from './printer.js'
import { RequestDesk, shellUrl } from './request-desk.js'
import type { PrintResource } from './resource.js'

/** One page of the browser on the virtual origin, reused for one print after another. */
export interface PrintPage {
  print(
    html: string,
    resources: ReadonlyMap<string, PrintResource>,
    signal?: AbortSignal,
    draft?: boolean,
  ): Promise<Printed>
  /** Whether it neither crashed nor was closed. */
  readonly usable: boolean
  /** Closes the page; one that has crashed or gone already is no error. */
  close(): Promise<void>
}

// The bounds of `withinPatience` hold; puppeteer's own would give up on a long document that goes well.
const noTimeout = 0

const options: PDFOptions = {
  // For a document that sets no size of its own: Chromium's default is Letter.
  format: 'a4',
  preferCSSPageSize: true,
  printBackground: true,
  tagged: true,
  outline: true,
  timeout: noTimeout,
}

/** Laid out alike; what only readers need is left out. */
const draftOptions: PDFOptions = { ...options, tagged: false, outline: false }

/**
 * Opens a page with scripts off and every request answered from memory, on the shell of the virtual origin.
 *
 * @throws {PrintFailed} when the browser cannot, or does not in time
 */
export async function openPrintPage(
  browser: Browser,
  patience: Patience = defaultPatience,
): Promise<PrintPage> {
  const desk = new RequestDesk()
  const opening = openOnShell(browser, desk)
  const page = await withinPatience(opening, patience.toOpen).catch(error => {
    // One that opens after all is of no use any more.
    opening.then(closeQuietly, () => undefined)
    if (error instanceof PrintFailed) throw error
    throw new PrintFailed('The browser could not open a page to print on', 'unexplained', { cause: error })
  })
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
    async print(html, resources, signal, draft = false) {
      signal?.throwIfAborted()
      const death = watchForDeath(browser, page, desk, signal)
      try {
        const printing = printOn(page, desk, html, resources, draft ? draftOptions : options)
        return await withinPatience(Promise.race([death.promise, printing]), patience.toPrint(html))
      } catch (error) {
        if (signal?.aborted) throw signal.reason
        if (error instanceof PrintFailed) throw error
        if (!browser.connected) throw new PrintFailed(browserEnded, 'ended', { cause: error })
        throw new PrintFailed(`The browser could not print: ${messageOf(error)}`, 'unexplained', {
          cause: error,
        })
      } finally {
        death.forget()
        desk.rest()
      }
    },
    close: () => closeQuietly(page),
  }
}

const browserEnded = 'The browser ended while printing'
const ledAway = 'The document led the page away from itself'

async function openOnShell(browser: Browser, desk: RequestDesk): Promise<Page> {
  const page = await browser.newPage()
  try {
    await page.setJavaScriptEnabled(false)
    // Faces and pictures of `@media print` are then loaded with the document.
    await page.emulateMediaType('print')
    await page.setRequestInterception(true)
    page.on('request', request => desk.answer(request))
    await page.goto(shellUrl, { timeout: noTimeout })
    return page
  } catch (error) {
    void closeQuietly(page)
    throw error
  }
}

async function printOn(
  page: Page,
  desk: RequestDesk,
  html: string,
  resources: ReadonlyMap<string, PrintResource>,
  how: PDFOptions,
): Promise<Printed> {
  // Within one load of the shell Chromium keeps every file under its address, from document to document.
  if (desk.wouldAnswerOtherwise(resources)) {
    desk.forget()
    await page.goto(shellUrl, { timeout: noTimeout })
  }
  desk.serve(resources)
  await page.setContent(html, { waitUntil: 'load', timeout: noTimeout })
  const before = desk.answered
  let bytes = await page.pdf(how)
  // A face that only margin boxes use is asked for while Chromium prints, too late for that print.
  await page.evaluate(() => document.fonts.ready.then(() => {}))
  if (desk.answered > before) bytes = await page.pdf(how)
  // A document that moves the page elsewhere (a meta refresh) leaves the policy of the shell behind.
  if (page.url().split('#')[0] !== shellUrl) throw new PrintFailed(ledAway, 'astray')
  return { bytes, missing: desk.missing }
}

/**
 * A promise that only rejects: when the page crashes, is closed or led elsewhere (a meta refresh would leave the
 * policy of the shell behind, and can keep Chromium waiting), when the browser goes, or the signal is aborted.
 */
function watchForDeath(browser: Browser, page: Page, desk: RequestDesk, signal: AbortSignal | undefined) {
  let forget = () => {}
  const promise = new Promise<never>((_, reject) => {
    const fail = (what: string, how: Failure, cause?: Error) =>
      reject(new PrintFailed(what, how, cause && { cause }))
    const crashed = (error: Error) => fail('The page crashed while printing', 'crashed', error)
    const closed = () => fail('The page was closed while printing', 'unexplained')
    const gone = () => fail(browserEnded, 'ended')
    const aborted = () => reject(signal?.reason)
    const leaving = (request: HTTPRequest) => {
      if (desk.printing && request.isNavigationRequest() && request.frame() === page.mainFrame())
        fail(ledAway, 'astray')
    }
    const left = (frame: Frame) => {
      if (frame === page.mainFrame() && frame.url().split('#')[0] !== shellUrl) fail(ledAway, 'astray')
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
