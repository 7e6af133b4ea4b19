import type { Browser, HTTPRequest, Page } from 'puppeteer'
import { PrintFailed } from './failed.js'
import type { Printed } from './printer.js'
import type { PrintResource } from './resource.js'
import { contentSecurityPolicy, shellPath, virtualOrigin } from './safety.js'

/** One page of the browser on the virtual origin, reused for one print after another. */
export interface PrintPage {
  print(html: string, resources: ReadonlyMap<string, PrintResource>, signal?: AbortSignal): Promise<Printed>
  /** Closes the page; one that has crashed or gone already is no error. */
  close(): Promise<void>
}

// In milliseconds. A book of 477 pages takes six seconds, so a page that takes this long hangs.
const printTimeout = 120_000

const shellUrl = virtualOrigin + shellPath
const shell = {
  status: 200,
  contentType: 'text/html; charset=utf-8',
  headers: { 'content-security-policy': contentSecurityPolicy },
  body: '<!doctype html><title>print</title>',
}

/** Opens a page with scripts off and every request answered from memory, on the shell of the virtual origin. */
export async function openPrintPage(browser: Browser): Promise<PrintPage> {
  const page = await browser.newPage().catch(error => {
    throw new PrintFailed('The browser could not open a page to print on', { cause: error })
  })
  const desk = new RequestDesk()
  try {
    await page.setJavaScriptEnabled(false)
    await page.setRequestInterception(true)
    page.on('request', request => desk.answer(request))
    await page.goto(shellUrl)
  } catch (error) {
    await closeQuietly(page)
    throw new PrintFailed('The browser could not open a page to print on', { cause: error })
  }
  return {
    async print(html, resources, signal) {
      signal?.throwIfAborted()
      desk.serve(resources)
      const death = watchForDeath(browser, page, signal)
      try {
        return await Promise.race([death.promise, printOn(page, desk, html)])
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

async function printOn(page: Page, desk: RequestDesk, html: string): Promise<Printed> {
  await page.setContent(html, { waitUntil: 'load', timeout: printTimeout })
  const bytes = await page.pdf({
    preferCSSPageSize: true,
    printBackground: true,
    tagged: true,
    outline: true,
    format: 'a4',
    timeout: printTimeout,
  })
  // A document that moves the page elsewhere (a meta refresh) leaves the policy of the shell behind.
  if (page.url().split('#')[0] !== shellUrl)
    throw new PrintFailed('The document led the page away from itself')
  return { bytes, missing: desk.missing() }
}

/** A promise that only rejects: when the page crashes, the browser goes, or the signal is aborted. */
function watchForDeath(browser: Browser, page: Page, signal: AbortSignal | undefined) {
  let forget = () => {}
  const promise = new Promise<never>((_, reject) => {
    const crashed = (error: Error) =>
      reject(new PrintFailed('The page crashed while printing', { cause: error }))
    const closed = () => reject(new PrintFailed('The page was closed while printing'))
    const gone = () => reject(new PrintFailed('The browser went away while printing'))
    const aborted = () => reject(signal?.reason)
    page.on('error', crashed)
    page.on('close', closed)
    browser.on('disconnected', gone)
    signal?.addEventListener('abort', aborted)
    forget = () => {
      page.off('error', crashed)
      page.off('close', closed)
      browser.off('disconnected', gone)
      signal?.removeEventListener('abort', aborted)
    }
  })
  return { promise, forget }
}

/** Answers a page's requests from the resources of the print under way, and remembers what it refused. */
class RequestDesk {
  #resources: ReadonlyMap<string, PrintResource> = new Map()
  #refused: Set<string> | undefined

  serve(resources: ReadonlyMap<string, PrintResource>): void {
    this.#resources = resources
    this.#refused = new Set()
  }

  rest(): void {
    this.#resources = new Map()
    this.#refused = undefined
  }

  missing(): readonly string[] {
    return [...(this.#refused ?? [])].sort()
  }

  answer(request: HTTPRequest): void {
    // A request whose page has just closed cannot be answered, and nobody waits for the answer.
    this.#answer(request).catch(() => {})
  }

  async #answer(request: HTTPRequest): Promise<void> {
    const url = new URL(request.url())
    if (url.protocol === 'data:' && !request.isNavigationRequest()) return request.continue()
    const local = url.origin === virtualOrigin
    if (request.isNavigationRequest()) {
      if (local && url.pathname === shellPath && !this.#refused) return request.respond(shell)
      this.#refused?.add(url.href)
      // Any other reason would put Chromium's error page in the document's place.
      return request.abort('aborted')
    }
    const resource = local ? this.#find(url.pathname) : undefined
    if (!resource) {
      this.#refused?.add(local ? url.pathname : url.href)
      return request.abort('blockedbyclient')
    }
    return request.respond({ status: 200, contentType: resource.type, body: resource.bytes })
  }

  #find(pathname: string): PrintResource | undefined {
    return this.#resources.get(pathname) ?? this.#resources.get(decodePath(pathname))
  }
}

function decodePath(pathname: string): string {
  try {
    return decodeURIComponent(pathname)
  } catch {
    return pathname
  }
}

async function closeQuietly(page: Page): Promise<void> {
  await page.close().catch(() => {})
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
