import type { Verdict } from '../transport.js'
import { kindOfRefusal } from './reply.js'

/** What is remembered of what a transport said, to know when to wait and when to stop. All times are milliseconds. */
export interface Breaker {
  /** Nothing is sent before this time. */
  readonly waitUntil: number
  /** Why the launch is to be paused, for people; undefined where it goes on. */
  readonly paused?: string
  /** Faults of the channel, one after another. */
  readonly faults: number
  /** How many of these left it in doubt whether a message was delivered. */
  readonly doubts: number
  /** When the last of them was counted. */
  readonly faultAt: number
  /** Refusals for good of one kind, one after another, with no message sent between. */
  readonly refusals: { readonly kind: string; readonly count: number }
}

/** A breaker of a launch that begins, or is resumed. */
export const closedBreaker: Breaker = {
  waitUntil: 0,
  faults: 0,
  doubts: 0,
  faultAt: Number.NEGATIVE_INFINITY,
  refusals: { kind: '', count: 0 },
}

/** The first wait after a fault of the channel, which doubles, and the longest. */
const [firstWait, longestWait] = [5_000, 15 * 60_000]

/** What a launch is paused after. */
const bounds = {
  /** Faults of the channel: some ten minutes of waiting. */
  faults: 8,
  /** Each leaves readers of whom nobody knows whether they have it: there are not to be many. */
  doubts: 3,
  /** A blocklist, a full account, a server that mistakes us for someone. */
  refusals: 10,
  /** A list may hold many old addresses of one host; but a server may have lost its directory. */
  withoutMailbox: 25,
} as const

/**
 * What follows from a verdict. Many messages are under way at once and fall with one connection after another to the same
 * fault: of those that were begun before the last one that counted, none counts.
 *
 * @param begun when the message was handed to the transport
 */
export function heard(
  breaker: Breaker,
  verdict: Verdict,
  { begun, now }: { readonly begun: number; readonly now: number },
): Breaker {
  if (breaker.paused !== undefined) return breaker
  switch (verdict.kind) {
    case 'sent':
      return { ...breaker, faults: 0, doubts: 0, refusals: closedBreaker.refusals }
    case 'halted':
      return { ...breaker, paused: verdict.reason }
    case 'failed':
      return afterRefusal(answered(breaker), verdict)
    case 'deferred':
      return verdict.scope === 'reader'
        ? answered(breaker)
        : afterFault(breaker, verdict.reason, false, begun, now)
    case 'unknown':
      return afterFault(breaker, verdict.reason, true, begun, now)
  }
}

/** A server that judges a reader does what it is there for. */
const answered = (breaker: Breaker): Breaker => ({ ...breaker, faults: 0, doubts: 0 })

function afterFault(breaker: Breaker, reason: string, inDoubt: boolean, begun: number, now: number): Breaker {
  if (begun < breaker.faultAt) return breaker
  const faults = breaker.faults + 1
  const doubts = breaker.doubts + (inDoubt ? 1 : 0)
  const wait = Math.min(firstWait * 2 ** (faults - 1), longestWait)
  const after = { ...breaker, faults, doubts, faultAt: now, waitUntil: now + wait }
  if (doubts >= bounds.doubts)
    return {
      ...after,
      paused: `The connection was lost ${doubts} times before the server had answered: ${reason}`,
    }
  if (faults >= bounds.faults)
    return { ...after, paused: `${faults} tries in a row met a server that takes nothing: ${reason}` }
  return after
}

function afterRefusal(breaker: Breaker, { reason, noMailbox }: Verdict & { kind: 'failed' }): Breaker {
  const kind = kindOfRefusal(reason)
  const count = kind === breaker.refusals.kind ? breaker.refusals.count + 1 : 1
  const after = { ...breaker, refusals: { kind, count } }
  if (count < (noMailbox ? bounds.withoutMailbox : bounds.refusals)) return after
  return { ...after, paused: `${count} readers in a row were refused for the same reason: ${reason}` }
}
