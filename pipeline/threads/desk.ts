import type { MessagePort } from 'node:worker_threads'
import type { Studio } from '../assets/studio.js'
import type { Claimant } from '../begun.js'
import { type Failure, PrintFailed } from '../bind/pdf/failed.js'
import type { Printed } from '../bind/pdf/printer.js'
import type { PrintResource } from '../bind/pdf/resource.js'
import type { RecordedMessage } from '../cache/recorded-message.js'
import { BrowserUnavailable } from '../world.js'

/** What a thread asks of the one that has the browser, about the issue that it makes. All of it can be copied. */
export interface Desk extends Studio {
  /** What there is to say of the slug, once the issues before it are known. */
  claim(claimant: Claimant): Promise<readonly RecordedMessage[]>
  print(html: string, resources: ReadonlyMap<string, PrintResource>, draft?: boolean): Promise<Printed>
  info(line: string): Promise<void>
}

interface Call {
  readonly id: number
  readonly what: keyof Desk
  readonly args: readonly unknown[]
}

/** An answer has the id of its call. */
type Answer =
  | { readonly id: number; readonly value: unknown }
  | { readonly id: number; readonly error: FailureNote }

/** The issue is not to be finished. */
interface Stop {
  readonly stop: true
}

/** A desk at the other end of a port. @param stop called when it is not to go on */
export function deskBehind(port: MessagePort, stop: () => void): Desk {
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: unknown): void }>()
  let last = 0
  port.on('message', (message: Answer | Stop) => {
    if ('stop' in message) return stop()
    const asked = waiting.get(message.id)
    waiting.delete(message.id)
    if ('error' in message) asked?.reject(failureOf(message.error))
    else asked?.resolve(message.value)
  })
  // The other end answers a call by the function of the same name: what comes has its type.
  const call =
    <What extends keyof Desk>(what: What): Desk[What] =>
    // biome-ignore lint/suspicious/noExplicitAny: as above
    (...args: readonly unknown[]): any =>
      new Promise((resolve, reject) => {
        const id = ++last
        waiting.set(id, { resolve, reject })
        port.postMessage({ id, what, args } satisfies Call)
      })
  return {
    claim: call('claim'),
    print: call('print'),
    photograph: call('photograph'),
    drawElements: call('drawElements'),
    info: call('info'),
  }
}

/** Answers what comes through a port. @returns what tells the other end not to go on */
export function serveDesk(port: MessagePort, desk: Desk): () => void {
  port.on('message', ({ id, what, args }: Call) => {
    // As above: what comes was called by the type of the function.
    const answered = (desk[what] as (...args: readonly unknown[]) => Promise<unknown>)(...args)
    answered.then(
      value => port.postMessage({ id, value } satisfies Answer),
      error => port.postMessage({ id, error: noteOf(error) } satisfies Answer),
    )
  })
  return () => port.postMessage({ stop: true } satisfies Stop)
}

/** An error as data: its class does not come along. */
interface FailureNote {
  readonly name: string
  readonly message: string
  readonly how?: Failure
}

const noteOf = (error: unknown): FailureNote =>
  error instanceof PrintFailed
    ? { name: error.name, message: error.message, how: error.how }
    : error instanceof Error
      ? { name: error.name, message: error.message }
      : { name: 'Error', message: String(error) }

function failureOf({ name, message, how }: FailureNote): Error {
  if (name === 'PrintFailed') return new PrintFailed(message, how)
  return name === 'BrowserUnavailable' ? new BrowserUnavailable(message) : new Error(message)
}
