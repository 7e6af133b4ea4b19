import { createHmac, timingSafeEqual } from 'node:crypto'

/** What a token allows whoever holds it to do; one for one thing is none for another. */
export type TokenPurpose = 'confirm' | 'unsubscribe' | 'preferences' | 'bounce'

/** Whom a token is for. */
export interface TokenSubject {
  readonly reader: number
  /** The launch whose message it stood in, 0 where there was none; of a token to confirm, when: see `confirmTime`. */
  readonly launch: number
}

/** Which key signed, so that another can follow it: what was sent is followed for years. */
const keyId = '1'

/** Hexadecimal digits of the signature: 100 bits, which nobody guesses over a network. */
const digits = 25

/**
 * A sign that we gave out and nobody else can: `1.2s.7.` and a signature (HMAC with SHA-256, RFC 2104). It holds letters,
 * digits and full stops, and none that upper and lower case tell apart: mail servers may change those of an address.
 */
export function signToken(
  secret: Uint8Array,
  purpose: TokenPurpose,
  { reader, launch }: TokenSubject,
): string {
  const subject = [keyId, reader.toString(36), launch.toString(36)].join('.')
  return `${subject}.${signature(secret, purpose, subject)}`
}

/** Whom a token is for; undefined where we did not give it out for this. Takes the same time whatever is wrong with it. */
export function readToken(
  secret: Uint8Array,
  purpose: TokenPurpose,
  token: string,
): TokenSubject | undefined {
  const [, subject = '', reader = '', launch = '', given = ''] =
    /^(1\.([\da-z]{1,10})\.([\da-z]{1,10}))\.([\da-f]{25})$/.exec(token.toLowerCase()) ?? []
  const expected = signature(secret, purpose, subject)
  const isOurs = timingSafeEqual(Buffer.from(expected), Buffer.from(given.padEnd(digits).slice(0, digits)))
  return isOurs && subject !== '' ? { reader: parseInt(reader, 36), launch: parseInt(launch, 36) } : undefined
}

const signature = (secret: Uint8Array, purpose: TokenPurpose, subject: string): string =>
  createHmac('sha256', secret).update(`${purpose}:${subject}`).digest('hex').slice(0, digits)
