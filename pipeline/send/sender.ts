import { setMaxListeners } from 'node:events'
import { AddressRefused } from './compose/recipient.js'
import { type Desk, longestSilence, openDesk } from './desk.js'
import type { Claim, Ledger, Result, Turn } from './ledger.js'
import type { Channel, OutgoingMessage, Transport, Verdict } from './transport.js'

/** What a sender goes by. */
export interface SenderRequest {
  readonly turn: Turn
  readonly ledger: Ledger
  readonly transport: Transport
  /**
   * Makes the message of a reader. AddressRefused fails that one; what else it throws pauses the launch: it would befall
   * others too.
   */
  compose(claim: Claim): Promise<OutgoingMessage>
  readonly rules: SenderRules
  /** Milliseconds since 1970. */
  time(): number
  /** @throws the signal's reason when it is aborted */
  wait(milliseconds: number, signal?: AbortSignal): Promise<void>
  /** Aborted to have it drain: what is under way comes to its end, and nothing else is begun. */
  readonly signal: AbortSignal
  /** How long what was put off is waited for, in milliseconds; as long as it takes where it is left out. */
  readonly patience?: number | undefined
  /** Told of each message, after its verdict. */
  told?(claim: Claim, verdict: Verdict): void
}

/** When messages go, and what follows from an answer. */
export interface SenderRules {
  /** Milliseconds until a message to this address may go; 0 takes its place. */
  pace(email: string, now: number): number
  /** When a message that was put off is tried again, as milliseconds since 1970; undefined where it has been long enough. */
  retryAt(claim: Pick<Claim, 'attempts' | 'firstTriedAt'>, now: number): number | undefined
  /** Hears each verdict, and when its message was begun. What it gives holds for all channels. */
  hear(verdict: Verdict, times: { readonly begun: number; readonly now: number }): Slowed
}

/** How the sending as a whole is to go on. */
export interface Slowed {
  /** Nothing is begun before, as milliseconds since 1970. */
  readonly until?: number
  /** Why the launch is paused, for people. */
  readonly halt?: string
}

/** How the sending ended. */
export type SenderEnd =
  /** Nothing is left to send. */
  | { readonly kind: 'done' }
  /** What is left is to be tried later. */
  | { readonly kind: 'put-off' }
  /** It was asked to stop, or another process paused or cancelled it. */
  | { readonly kind: 'stopped' }
  /** It cannot go on. The launch is paused. */
  | { readonly kind: 'halted'; readonly reason: string }
  /** What became of the last messages could not be noted; these will be unknown, though they were sent. */
  | { readonly kind: 'ledger-failed'; readonly reason: string; readonly sent: readonly number[] }

/** What is known is noted after so many milliseconds at the latest. */
const beat = 1000
/** How long a channel without work waits before it looks again whether there is some. */
const look = 50

/**
 * Sends a launch until nothing is left, or it is stopped.
 *
 * At most twice as many messages as there are connections are claimed at a time: what a process that is killed leaves
 * unknown is bounded by that.
 */
export async function sendLaunch(request: SenderRequest): Promise<SenderEnd> {
  const { turn, ledger, transport, rules, time, wait, patience = Number.POSITIVE_INFINITY } = request
  const desk = openDesk({ turn, ledger, time, wait })
  const stop = new AbortController()
  const signal = AbortSignal.any([stop.signal, request.signal])
  // Each connection that has nothing to do waits for it, and Node takes more than ten who do for a leak.
  setMaxListeners(0, signal)
  let halt: string | undefined
  let slowedUntil = 0
  let underWay = 0

  const isOver = () => signal.aborted || desk.isClosed
  const pause = (milliseconds: number) =>
    wait(Math.min(Math.max(milliseconds, 1), longestSilence), signal).catch(() => undefined)
  const halted = (reason: string) => {
    halt ??= reason
    stop.abort()
  }

  async function work(channel: Channel): Promise<void> {
    while (!isOver()) {
      const slowed = slowedUntil - time()
      if (slowed > 0) {
        desk.giveBack()
        await pause(slowed)
        continue
      }
      const isIdle = underWay === 0 && desk.unnoted.length > 0
      if (desk.waiting.length === 0 && (isIdle || desk.mayHaveMore(time())))
        await desk.exchange(transport.connections)
      if (isOver()) return
      const now = time()
      const claim = nextThatMayGo(desk, email => rules.pace(email, now))
      if (typeof claim === 'object') await send(claim, channel)
      else if (claim !== undefined) await pause(claim)
      // What is still under way may be put off, and then there is more to do.
      else if (underWay > 0 || desk.unnoted.length > 0) await pause(look)
      else if (desk.nextAt !== undefined && desk.nextAt - now <= patience) await pause(desk.nextAt - now)
      else return
    }
  }

  async function send(claim: Claim, channel: Channel): Promise<void> {
    desk.take(claim)
    underWay += 1
    try {
      const message = await composed(claim)
      if (!message) return
      const begun = time()
      const verdict = await channel.send(message)
      request.told?.(claim, verdict)
      desk.settle(resultOf(claim, verdict, rules, time()))
      const slowed = rules.hear(verdict, { begun, now: time() })
      slowedUntil = Math.max(slowedUntil, slowed.until ?? 0)
      if (slowed.halt !== undefined) halted(slowed.halt)
    } finally {
      underWay -= 1
    }
  }

  async function composed(claim: Claim): Promise<OutgoingMessage | undefined> {
    try {
      return await request.compose(claim)
    } catch (error) {
      if (error instanceof AddressRefused) {
        const verdict: Verdict = { kind: 'failed', noMailbox: true, reason: error.message }
        request.told?.(claim, verdict)
        desk.settle(resultOf(claim, verdict, rules, time()))
        return undefined
      }
      desk.settle({ reader: claim.reader, state: 'pending' })
      halted(error instanceof Error ? error.message : String(error))
      return undefined
    }
  }

  const beating = new AbortController()
  const heart = (async () => {
    while (!beating.signal.aborted) {
      await wait(beat, beating.signal).catch(() => undefined)
      const isNeeded = desk.unnoted.length > 0 || desk.mayHaveMore(time())
      if (isNeeded && !beating.signal.aborted && !desk.isClosed) await desk.exchange(0)
    }
  })()
  await Promise.all(
    Array.from({ length: transport.connections }, async () => {
      const channel = transport.channel()
      try {
        await work(channel)
      } finally {
        await channel.close()
      }
    }),
  )
  beating.abort()
  await heart

  const wasClosed = desk.isClosed
  const fault = await desk.end()
  if (desk.unnoted.length > 0 || fault) {
    const sent = desk.unnoted.flatMap(({ reader, state }) => (state === 'sent' ? [reader] : []))
    return { kind: 'ledger-failed', reason: fault?.message ?? '', sent }
  }
  if (halt !== undefined) {
    await ledger.setState(turn.launch.id, 'paused', halt)
    return { kind: 'halted', reason: halt }
  }
  if (request.signal.aborted || wasClosed) return { kind: 'stopped' }
  // What failed may be tried anew since the last look, on somebody's word, or the launch be paused.
  const { state } = (await ledger.get(turn.launch.id)) ?? turn.launch
  return { kind: state === 'done' ? 'done' : state === 'sending' ? 'put-off' : 'stopped' }
}

/** The first that may go, which is given its place; else how long until one may; undefined where none waits. */
function nextThatMayGo(desk: Desk, paceOf: (email: string) => number): Claim | number | undefined {
  let soonest: number | undefined
  for (const claim of desk.waiting) {
    const wait = paceOf(claim.email)
    if (wait <= 0) return claim
    soonest = Math.min(soonest ?? wait, wait)
  }
  return soonest
}

function resultOf(claim: Claim, verdict: Verdict, rules: SenderRules, now: number): Result {
  const { reader } = claim
  switch (verdict.kind) {
    case 'sent':
      return { reader, state: 'sent', response: verdict.response }
    case 'unknown':
      return { reader, state: 'unknown', response: verdict.reason }
    case 'failed':
      return { reader, state: 'failed', response: verdict.reason, noMailbox: verdict.noMailbox }
    case 'halted':
      return { reader, state: 'pending' }
    case 'deferred': {
      const nextAt = rules.retryAt(claim, now)
      return nextAt === undefined
        ? { reader, state: 'failed', response: verdict.reason, noMailbox: false }
        : { reader, state: 'deferred', response: verdict.reason, nextAt }
    }
  }
}
