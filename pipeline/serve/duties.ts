import { type Launch, TurnTaken } from '../send/ledger.js'
import type { Followed, SendingService } from '../send/service.js'
import { redacted } from './redacted.js'

/** What the server does besides answering. */
export interface DutiesRequest {
  readonly due: () => Promise<readonly Launch[]>
  readonly send: SendingService['send']
  /** Reads what came back, where there is a mailbox for it. @returns what it came to, in words */
  readonly readBounces?: (() => Promise<string | undefined>) | undefined
  /** Erases who never confirmed. @returns how many */
  forget(): Promise<number>
  wait(milliseconds: number, signal?: AbortSignal): Promise<void>
  /** Ends it, after what is under way has come to its end. */
  readonly signal: AbortSignal
  /** Told what was done, in a line that holds no address. */
  readonly log: (line: string) => void
}

/** How often it is looked whether something is to be sent. */
const lookEvery = 2000
/** What a server put off is waited for so long while others may be due, in milliseconds: the launch is due again then. */
const patience = 30_000
/** How many looks a launch is left alone for that another process sends. */
const passedOver = 5
/** How many at most for one that cannot be sent, each time twice as many: a quarter of an hour. */
const mostPassedOver = 450
/** How often the mailbox of bounces is read. */
const bouncesEvery = 5 * 60_000
/** How often it is looked who never confirmed. */
const forgetEvery = 24 * 60 * 60_000

/**
 * Sends launches when they are due, one after another, reads bounces, and erases who never confirmed, until it is ended. What goes wrong is told, and
 * tried again: a server that runs by itself has nobody to ask.
 */
export async function doDuties(request: DutiesRequest): Promise<void> {
  await Promise.all([sendDue(request), readMailbox(request), forgetDaily(request)])
}

/** Why a launch was not sent the last time. */
interface Trouble {
  /** How often in a row it could not be. */
  readonly faults: number
  /** How many times it is passed over before the next try. */
  readonly rounds: number
  /** Another process sends it, which is as well. */
  readonly isElsewhere: boolean
}

async function sendDue({ due, send, wait, signal, log }: DutiesRequest): Promise<void> {
  const troubles = new Map<number, Trouble>()

  async function sendOne({ id, slug }: Launch): Promise<void> {
    const before = troubles.get(id)
    if (before && before.rounds > 0) {
      troubles.set(id, { ...before, rounds: before.rounds - 1 })
      return
    }
    const name = `${slug}, launch ${id}`
    if (!before?.isElsewhere) log(`Sending ${name}`)
    try {
      const end = await send(id, { signal, patience })
      troubles.delete(id)
      log(`${name}: ${inWords(end)}`)
    } catch (error) {
      const isElsewhere = error instanceof TurnTaken
      const faults = isElsewhere ? 0 : (before?.faults ?? 0) + 1
      const rounds = isElsewhere ? passedOver : Math.min(2 ** (faults - 1) - 1, mostPassedOver)
      troubles.set(id, { faults, rounds, isElsewhere })
      if (!isElsewhere) log(`${name}, is not sent: ${redacted(error)}`)
    }
  }

  while (!signal.aborted) {
    try {
      for (const launch of await due()) if (!signal.aborted) await sendOne(launch)
    } catch (error) {
      log(`What is due cannot be found out: ${redacted(error)}`)
    }
    await wait(lookEvery, signal).catch(() => undefined)
  }
}

async function readMailbox({ readBounces, wait, signal, log }: DutiesRequest): Promise<void> {
  if (!readBounces) return
  while (!signal.aborted) {
    try {
      const words = await readBounces()
      if (words !== undefined) log(`Bounces: ${words}`)
    } catch (error) {
      if (signal.aborted) return
      log(`The mailbox of bounces cannot be read: ${redacted(error)}`)
    }
    await wait(bouncesEvery, signal).catch(() => undefined)
  }
}

async function forgetDaily({ forget, wait, signal, log }: DutiesRequest): Promise<void> {
  while (!signal.aborted) {
    try {
      const count = await forget()
      if (count > 0) log(`${count} who never confirmed are erased`)
    } catch (error) {
      log(`Who never confirmed could not be erased: ${redacted(error)}`)
    }
    await wait(forgetEvery, signal).catch(() => undefined)
  }
}

function inWords(end: Followed): string {
  switch (end.kind) {
    case 'done':
      return 'done'
    case 'put-off':
      return 'the rest is tried again later'
    case 'stopped':
    case 'left':
      return 'stopped'
    case 'halted':
      return `paused: ${redacted(end.reason)}`
    case 'ledger-failed':
      return end.sent.length === 0
        ? redacted(end.reason)
        : `${redacted(end.reason)} (${end.sent.length} that were sent could not be noted)`
  }
}
