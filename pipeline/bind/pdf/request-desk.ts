import type { HTTPRequest } from 'puppeteer'
import type { PrintResource } from './resource.js'
import { contentSecurityPolicy, shellPath, virtualOrigin } from './safety.js'

/** The address every page is opened on, once. */
export const shellUrl = virtualOrigin + shellPath

const shell = {
  status: 200,
  contentType: 'text/html; charset=utf-8',
  headers: { 'content-security-policy': contentSecurityPolicy },
  body: '<!doctype html><title>print</title>',
}

/** Answers a page's requests from the resources of the print under way, and remembers what it refused. */
export class RequestDesk {
  #resources: ReadonlyMap<string, PrintResource> = new Map()
  #printing = false
  #answered = 0
  readonly #refused = new Set<string>()
  /** What each path was answered with since the shell was loaded; undefined where it was refused. */
  readonly #asked = new Map<string, PrintResource | undefined>()

  /** Whether a print is under way. */
  get printing(): boolean {
    return this.#printing
  }

  /** How many requests were answered from resources so far. */
  get answered(): number {
    return this.#answered
  }

  /** What was refused during this print, sorted: paths on the virtual origin, other addresses in full. */
  get missing(): readonly string[] {
    return [...this.#refused].sort()
  }

  /** Begins a print. */
  serve(resources: ReadonlyMap<string, PrintResource>): void {
    this.#resources = resources
    this.#printing = true
    this.#refused.clear()
  }

  /** Ends a print: from now on only the shell is answered. */
  rest(): void {
    this.#resources = new Map()
    this.#printing = false
  }

  /** Whether some path asked for since the shell was loaded has another answer among these resources. */
  wouldAnswerOtherwise(resources: ReadonlyMap<string, PrintResource>): boolean {
    return [...this.#asked].some(([path, answer]) => !isSame(answer, find(resources, path)))
  }

  /** The shell is loaded anew, and with it the page forgets every answer. */
  forget(): void {
    this.#asked.clear()
  }

  answer(request: HTTPRequest): void {
    // A request whose page has just closed cannot be answered, and nobody waits for the answer.
    this.#answer(request).catch(() => {})
  }

  async #answer(request: HTTPRequest): Promise<void> {
    const url = new URL(request.url())
    if (request.isNavigationRequest()) return this.#navigate(request, url)
    if (url.protocol === 'data:') return request.continue()
    if (url.origin !== virtualOrigin) return this.#refuse(request, url.href)
    const resource = find(this.#resources, url.pathname)
    this.#asked.set(url.pathname, resource)
    if (!resource) return this.#refuse(request, url.pathname)
    this.#answered++
    return request.respond({ status: 200, contentType: resource.type, body: resource.bytes })
  }

  async #navigate(request: HTTPRequest, url: URL): Promise<void> {
    if (!this.#printing && url.href === shellUrl) return request.respond(shell)
    this.#refused.add(url.href)
    // Any other reason would put Chromium's error page in the document's place.
    return request.abort('aborted')
  }

  async #refuse(request: HTTPRequest, address: string): Promise<void> {
    this.#refused.add(address)
    return request.abort('blockedbyclient')
  }
}

function find(resources: ReadonlyMap<string, PrintResource>, pathname: string): PrintResource | undefined {
  return resources.get(pathname) ?? resources.get(decodePath(pathname))
}

function decodePath(pathname: string): string {
  try {
    return decodeURIComponent(pathname)
  } catch {
    return pathname
  }
}

function isSame(one: PrintResource | undefined, other: PrintResource | undefined): boolean {
  if (one === other) return true
  return one !== undefined && one.type === other?.type && Buffer.compare(one.bytes, other.bytes) === 0
}
