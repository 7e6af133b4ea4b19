import type { ReaderStore } from './reader-store.js'

/** How long an address stays that nobody has confirmed, in milliseconds: 30 days. */
export const unconfirmedFor = 30 * 24 * 60 * 60_000

/**
 * Erases the addresses that somebody put into the form and nobody confirmed. Their owners were asked and did not say yes:
 * as with anybody who was erased, an import does not bring them back, and they themselves can.
 *
 * @param now milliseconds since 1970
 * @returns how many
 */
export async function forgetUnconfirmed(readers: ReaderStore, now: number): Promise<number> {
  let count = 0
  let after = 0
  for (;;) {
    const page = await readers.page({ states: ['pending'], after })
    const last = page.at(-1)
    if (!last) return count
    after = last.id
    for (const { id, since } of page)
      if (since <= now - unconfirmedFor && (await readers.erase(id))) count += 1
  }
}
