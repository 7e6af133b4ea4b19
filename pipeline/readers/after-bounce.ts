import type { Reader } from './reader.js'
import type { ReaderChange } from './reader-store.js'

/** Temporary failures in a row after which a mailbox is taken for gone. */
export const mostSoftBounces = 5

/**
 * What a message that came back changes of its reader; undefined where nothing is to change. Who has left stays so
 * whatever comes back.
 *
 * @param at when it came back, as milliseconds since 1970
 */
export function afterBounce(
  { state, softBounces }: Reader,
  kind: 'hard' | 'soft' | 'complaint',
  at: number,
): ReaderChange | undefined {
  if (kind === 'complaint') return state === 'complained' ? undefined : { state: 'complained', since: at }
  if (state !== 'active' && state !== 'pending') return undefined
  if (kind === 'hard') return { state: 'bounced', since: at }
  const count = softBounces + 1
  return count < mostSoftBounces
    ? { softBounces: count }
    : { state: 'bounced', since: at, softBounces: count }
}
