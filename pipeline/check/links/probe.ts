import { type Answer, FetchRefused, HostNotFound, type World } from '../../world.js'
import type { Turn } from './host-turns.js'

/** What an address turned out to be. */
export type LinkState =
  | {
      readonly is: 'alive'
      /** Where it leads for good, where its host says so. */
      readonly moved?: string
    }
  | {
      readonly is: 'dead' | 'unknown'
      readonly why: string
      /** Whether the host would say no more of another address: it is not found, does not answer, or has had enough. */
      readonly ofHost: boolean
      /** Whether it is not found. */
      readonly noHost?: boolean
    }

/** How an address is asked. */
export interface ProbeOptions {
  readonly world: Pick<World, 'ask' | 'wait'>
  readonly turn: Turn
  /** As `Trifold/0.1.0`. */
  readonly userAgent: string
  readonly allowPrivate: boolean
  readonly signal?: AbortSignal | undefined
}

/** Redirects that are followed: browsers follow twenty, an address that is well has one or two. */
const mostRedirects = 5
/** How long an answer may take, in milliseconds. */
const patience = 10_000
/** The longest that is waited where a host asks for it, in seconds. */
const longestWait = 30

/**
 * Asks what an address leads to. A HEAD first; a GET where the answer to that is an error, for some hosts know no HEAD,
 * or mistake it. What 301 and 308 say is for good (RFC 9110, 15.4.2 and 15.4.9), what other redirects say is not. 404
 * and 410 are what is gone; any other error may be for us alone, or for today.
 */
export async function probe(address: string, options: ProbeOptions): Promise<LinkState> {
  let url = new URL(address)
  let moved: string | undefined
  let forGood = true
  try {
    for (let redirects = 0; redirects <= mostRedirects; redirects++) {
      const { status, location } = await answerOf(url, options)
      if (status >= 300 && status < 400 && location !== undefined && URL.canParse(location, url.href)) {
        url = new URL(location, url)
        if (url.protocol !== 'http:' && url.protocol !== 'https:')
          return { is: 'unknown', why: `it leads on to ${url.protocol}`, ofHost: false }
        forGood &&= status === 301 || status === 308
        if (forGood) moved = url.href
        continue
      }
      if (status === 404 || status === 410)
        return { is: 'dead', why: `its host answers ${status}, ${gone[status]}`, ofHost: false }
      if (status >= 200 && status < 300) return { is: 'alive', ...(moved === undefined ? {} : { moved }) }
      return { is: 'unknown', why: `its host answers ${status}`, ofHost: status === 429 }
    }
    return { is: 'unknown', why: `it leads on more than ${mostRedirects} times`, ofHost: false }
  } catch (error) {
    options.signal?.throwIfAborted()
    if (error instanceof HostNotFound)
      return {
        is: error.forNow ? 'unknown' : 'dead',
        why: 'its host is not found',
        ofHost: true,
        noHost: true,
      }
    if (error instanceof FetchRefused) return { is: 'unknown', why: error.message, ofHost: true }
    throw error
  }
}

const gone = { 404: 'not found', 410: 'gone' } as const

async function answerOf(url: URL, options: ProbeOptions): Promise<Answer> {
  const head = await patiently(url, 'HEAD', options)
  // A host that has been asked too often, or wants to know who asks, would say the same again.
  const isAnswer = head.status < 400 || head.status === 401 || head.status === 429
  return isAnswer ? head : patiently(url, 'GET', options)
}

/** Asks once more, later, where the host has had too many questions and says when (RFC 6585, 4). */
function patiently(url: URL, method: 'HEAD' | 'GET', options: ProbeOptions): Promise<Answer> {
  const { world, turn, userAgent, allowPrivate, signal } = options
  const ask = () =>
    world.ask({ url: url.href, method, userAgent, allowPrivate, milliseconds: patience, signal })
  return turn(url.host, async () => {
    signal?.throwIfAborted()
    const answer = await ask()
    // A date would be held against a clock, which is not asked.
    const seconds = /^\d{1,4}$/.test(answer.retryAfter ?? '') ? Number(answer.retryAfter) : undefined
    if ((answer.status !== 429 && answer.status !== 503) || seconds === undefined || seconds > longestWait)
      return answer
    await world.wait(seconds * 1000, signal)
    return ask()
  })
}
