import { readToken, signToken, type TokenSubject } from '../readers/token.js'

/** The most that stands before the @ of an address (RFC 5321, 4.5.3.1.1). */
export const longestLocalPart = 64

/** The longest token with its plus: what the mailbox's own name leaves room for. See `signToken`. */
export const longestToken = 50

/**
 * Where a message to one reader comes back to when it cannot be delivered: `bounces+<token>@example.org` (VERP). The sign
 * after the plus (RFC 5233) says whose message it was, whatever else the notice has lost.
 *
 * @param mailbox where bounces go, by the config
 * @throws RangeError where it would be longer than a mail server must take; it holds no token
 */
export function bounceAddress(mailbox: string, secret: Uint8Array, subject: TokenSubject): string {
  const at = mailbox.lastIndexOf('@')
  const local = `${mailbox.slice(0, at)}+${signToken(secret, 'bounce', subject)}`
  if (local.length > longestLocalPart) {
    throw new RangeError(
      `Unexpected ${at} characters before the @ of ${mailbox}, expected at most ${at - local.length + longestLocalPart}: mail servers take ${longestLocalPart} with the sign that is added`,
    )
  }
  return `${local}${mailbox.slice(at)}`
}

/** Whose message an address was made for; undefined where we did not make it. */
export function readBounceAddress(address: string, secret: Uint8Array): TokenSubject | undefined {
  const [, token = ''] = /\+([\w.]{1,64})@[^@]{1,255}$/.exec(address.slice(0, 400).trim()) ?? []
  return readToken(secret, 'bounce', token)
}
