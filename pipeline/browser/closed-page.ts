import type { Browser, HTTPRequest, Page } from 'puppeteer'
import { contentSecurityPolicy, virtualOrigin } from '../bind/pdf/safety.js'

/** What a closed page is answered with. */
export interface ClosedAnswer {
  readonly bytes: Uint8Array | string
  /** The media type; a browser tells pictures and fonts by themselves. */
  readonly type?: string
}

/** The address of a page by its path from the root of the page's own, unreal origin. */
export const closedAddress = (path: string): string => `${virtualOrigin}/${path}`

/** Hosted pictures have addresses of their own; they too are answered from memory. */
const policy = contentSecurityPolicy.replace('img-src', 'img-src https:')

/**
 * A page as closed as one that is printed: its policy lets no script in, and all that it asks for comes from memory or
 * not at all.
 *
 * @param answer what an address is answered with; undefined refuses it
 */
export async function openClosedPage(
  browser: Browser,
  answer: (url: string) => ClosedAnswer | undefined,
): Promise<Page> {
  const page = await browser.newPage()
  await page.setRequestInterception(true)
  page.on('request', request => {
    // A request whose page has just closed cannot be answered, and nobody waits for the answer.
    respond(request, answer).catch(() => undefined)
  })
  return page
}

async function respond(request: HTTPRequest, answer: (url: string) => ClosedAnswer | undefined) {
  const url = request.url()
  if (!request.isNavigationRequest() && url.startsWith('data:')) return request.continue()
  const found = answer(url)
  // Any other reason for refusing another page would put the browser's own in place of this one.
  if (!found) return request.abort(request.isNavigationRequest() ? 'aborted' : 'blockedbyclient')
  const { bytes, type } = found
  return request.respond({
    status: 200,
    body: bytes,
    ...(type ? { contentType: type } : {}),
    ...(request.isNavigationRequest() ? { headers: { 'content-security-policy': policy } } : {}),
  })
}
