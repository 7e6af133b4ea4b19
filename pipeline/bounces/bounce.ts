import type { TokenSubject } from '../readers/token.js'

/**
 * What a message in the mailbox of bounces says.
 *
 * - `hard`: there is no such mailbox, and there will be none
 * - `soft`: it was not delivered; another may be. Whatever is not certain is this
 * - `complaint`: the reader told their mail service that it is spam
 * - `other`: nothing of the kind: an answer, a notice of absence, a notice that the server is still trying, anything else
 */
export type BounceKind = 'hard' | 'soft' | 'complaint' | 'other'

/** A message that came back, as far as it can be told. */
export interface Bounce {
  readonly kind: BounceKind
  /**
   * Whose message it is about. Undefined where nothing in it shows that it is about one of ours: anybody can write a
   * notice about anybody, and only who had the message knows its sign.
   */
  readonly subject?: TokenSubject
  /** The address that the notice names, for people; it proves nothing. */
  readonly recipient?: string
  /** RFC 3463: `5.1.1`. */
  readonly status?: string
  /** What the other server said, in one line, for people. */
  readonly diagnostic?: string
}

/** What a notice says, before it is known whom it is about. */
export type Notice = Omit<Bounce, 'subject'>
