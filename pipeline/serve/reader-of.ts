import type { Reader } from '../readers/reader.js'
import { readToken, type TokenPurpose, type TokenSubject } from '../readers/token.js'
import type { Serving } from './serving.js'

/** Who holds a token. */
export type Holder =
  /** Nobody: we did not give it out for this. */
  | { readonly kind: 'unknown' }
  /** Somebody of whom nothing is known any more. */
  | { readonly kind: 'erased' }
  | { readonly kind: 'reader'; readonly reader: Reader; readonly subject: TokenSubject }

/** Who holds a token for a purpose. */
export async function holderOf(
  { secret, readers }: Serving,
  purpose: TokenPurpose,
  token: string | undefined,
): Promise<Holder> {
  const subject = readToken(secret, purpose, token ?? '')
  if (!subject) return { kind: 'unknown' }
  const reader = await readers.get(subject.reader)
  return reader ? { kind: 'reader', reader, subject } : { kind: 'erased' }
}
