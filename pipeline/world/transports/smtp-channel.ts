import { plainWords, readReply } from '../../send/policy/reply.js'
import { type Fault, type Progress, verdictOf } from '../../send/policy/verdict.js'
import type { Channel, OutgoingMessage, Verdict } from '../../send/transport.js'
import type { Outcome, Session } from './smtp-session.js'

/** What a channel needs besides a connection. */
export interface SmtpChannelOptions {
  /** Never rejects. */
  open(): Promise<Outcome<Session>>
  /** Messages before a connection is closed and another opened. */
  readonly perConnection: number
  /** Others' words without what must not be shown. */
  clean(words: string): string
  /** What a person may do about it; empty where nothing is known. */
  advise(fault: Fault): string
}

/** One connection at a time, messages one after another, in the order they were given. */
export function smtpChannel(options: SmtpChannelOptions): Channel {
  const { open, perConnection, clean } = options
  let session: Session | undefined
  let tried = 0
  let isClean = true
  let last: Promise<unknown> = Promise.resolve()

  /** The connection that is there, where it may still be used. */
  async function current(): Promise<Session | undefined> {
    if (session && tried >= perConnection) await leave()
    if (session?.isOpen() && !isClean) isClean = await session.reset()
    if (!session?.isOpen() || !isClean) forget()
    return session
  }

  function forget(): void {
    session?.drop()
    session = undefined
  }

  async function leave(): Promise<void> {
    const leaving = session
    session = undefined
    await leaving?.quit()
  }

  async function deliver(message: OutgoingMessage): Promise<Verdict> {
    const before = await current()
    if (!before) {
      const opened = await open()
      if ('fault' in opened) return judge(opened.fault, 'opening', options)
      session = opened.value
      tried = 0
      isClean = true
    }
    const outcome = await session?.send(message)
    if (!outcome) return judge({ message: 'The connection is closed' }, 'nothing', options)
    tried++
    if ('response' in outcome) return { kind: 'sent', response: wordsOf(clean(outcome.response)) }
    const { fault, progress } = outcome
    if (mayGoOn(fault, progress)) isClean = false
    else forget()
    // Once: the next try has a connection of its own.
    if (before && wasLeft(fault, progress)) return deliver(message)
    return judge(fault, progress, options)
  }

  const inTurn = <T>(act: () => Promise<T>): Promise<T> => {
    const turn = last.then(act)
    last = turn.catch(() => undefined)
    return turn
  }
  return {
    send: message => inTurn(() => deliver(message)),
    close: () => inTurn(leave),
  }
}

const wordsOf = (response: string): string => readReply(response)?.text ?? plainWords(response)

/** Whether a connection is of use after a refusal: both sides know where they are. */
function mayGoOn({ response = '' }: Fault, progress: Progress): boolean {
  const code = readReply(response)?.code ?? 0
  return progress !== 'part' && code >= 400 && code !== 421 && code !== 503
}

/**
 * Whether a server has ended a connection between two messages, for want of any or because it takes no more on one: the
 * message was not asked for, and another connection may have it.
 */
function wasLeft({ code, response = '' }: Fault, progress: Progress): boolean {
  const reply = readReply(response)
  return progress === 'nothing' && (reply ? reply.code === 421 : code === 'ECONNECTION' || code === 'ESOCKET')
}

function judge(fault: Fault, progress: Progress, { clean, advise }: SmtpChannelOptions): Verdict {
  const { response, message } = fault
  const shown = {
    ...fault,
    message: clean(message),
    ...(response !== undefined && { response: clean(response) }),
  }
  const verdict = verdictOf(shown, progress)
  const advice = verdict.kind === 'halted' ? advise(fault) : ''
  return verdict.kind === 'halted' && advice !== ''
    ? { ...verdict, reason: `${verdict.reason}. ${advice}` }
    : verdict
}
