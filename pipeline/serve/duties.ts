import { type Launch, TurnTaken } from '../send/ledger.js'
import type { Followed, SendingService } from '../send/service.js'

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

async function sendDue({ due, send, wait, signal, log }: DutiesRequest): Promise<void> {
  while (!signal.aborted) {
    try {
      for (const { id, slug } of await due()) {
        if (signal.aborted) return
        log(`Sending ${slug}, launch ${id}`)
        log(`${slug}, launch ${id}: ${inWords(await send(id, { signal }))}`)
      }
    } catch (error) {
      // Another process sends it, which is as well.
      if (!(error instanceof TurnTaken)) log(`Sending failed: ${reasonOf(error)}`)
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
      log(`The mailbox of bounces cannot be read: ${reasonOf(error)}`)
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
      log(`Who never confirmed could not be erased: ${reasonOf(error)}`)
    }
    await wait(forgetEvery, signal).catch(() => undefined)
  }
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

function inWords(end: Followed): string {
  switch (end.kind) {
    case 'done':
      return 'done'
    case 'stopped':
    case 'left':
      return 'stopped'
    case 'halted':
      return `paused: ${end.reason}`
    case 'ledger-failed':
      return `${end.reason} (${end.sent.length} that were sent could not be noted)`
  }
}
