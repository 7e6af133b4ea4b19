/** A message that is ready to go. */
export interface OutgoingMessage {
  readonly envelope: {
    /** Where bounces go (RFC 5321, 4.4): the address alone. */
    readonly from: string
    /** The address alone; one message is for one reader. */
    readonly to: string
  }
  /** The whole message as bytes, signed, with lines that end in CRLF. */
  readonly raw: Buffer
}

/**
 * What is known of a message after it was given to a transport.
 *
 * - `sent`: the server said that it has taken it. Nothing else is ever recorded as sent
 * - `deferred`: it was not delivered, and may be another time. `reader`: this one alone; `channel`: the server wants
 *   fewer of any (RFC 5321: 421, 450 to 455)
 * - `failed`: it was not delivered and never will be; `noMailbox` where it is surely the reader's address that is at fault
 *   (RFC 3463, 5.1.1 and its like)
 * - `halted`: it was not delivered, and no other would be: the password, the certificate, the sender is refused
 * - `unknown`: all of it was handed over and no answer came. Nobody can tell whether it was delivered
 */
export type Verdict =
  | { readonly kind: 'sent'; readonly response: string }
  | { readonly kind: 'deferred'; readonly scope: 'reader' | 'channel'; readonly reason: string }
  | { readonly kind: 'failed'; readonly noMailbox: boolean; readonly reason: string }
  | { readonly kind: 'halted'; readonly reason: string }
  | { readonly kind: 'unknown'; readonly reason: string }

/** One way to the outside, one message at a time: a connection to a mail server, say. */
export interface Channel {
  /** Never rejects: what went wrong is the verdict. */
  send(message: OutgoingMessage): Promise<Verdict>
  /** Waits for what is under way, and says goodbye. Never rejects. */
  close(): Promise<void>
}

/** What takes messages: a mail server, a folder, a service. */
export interface Transport {
  /** As people are told of it: `smtp.example.org:587`. Holds no password. */
  readonly name: string
  /** How many channels may be open at once. */
  readonly connections: number
  /** Tries what can be tried without sending anything. @throws TransportRefused, which says what to do */
  verify(): Promise<void>
  /** Opened at its first message, and again where it was lost. */
  channel(): Channel
}

/** A transport cannot be used. The message tells a person what to do, and holds no password. */
export class TransportRefused extends Error {
  override name = 'TransportRefused'
}
