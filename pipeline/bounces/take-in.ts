import { readBounce } from './read-bounce.js'
import { type Settled, type SettlingStore, settleBounce } from './settle.js'

/** How many messages came to what. */
export type Tally = Readonly<Record<Settled, number>>

/** Reads messages of the mailbox and settles them, one after another, and counts. */
export interface Intake {
  /** Resolves when the list and the ledger know of it. @throws what they throw; then the message is to be read again */
  take(raw: Uint8Array): Promise<void>
  tally(): Tally
}

/** @param secret what tokens are signed with */
export function intake(secret: Uint8Array, store: SettlingStore): Intake {
  const counts = { bounced: 0, complained: 0, counted: 0, refused: 0, known: 0, nothing: 0, unsigned: 0 }
  return {
    async take(raw) {
      counts[await settleBounce(await readBounce(raw, secret), store)] += 1
    },
    tally: () => ({ ...counts }),
  }
}

/** A tally in words, for people: only what there was. */
export function tallyInWords(tally: Tally): string {
  const words = [
    told(tally.bounced, 'mailbox gone', 'mailboxes gone'),
    told(tally.complained, 'complaint', 'complaints'),
    told(tally.counted, 'not delivered this time', 'not delivered this time'),
    told(tally.refused, 'refused because of who sends it', 'refused because of who sends it'),
    told(tally.known, 'known already', 'known already'),
    told(tally.unsigned, 'about nobody who can be told', 'about nobody who can be told'),
    told(tally.nothing, 'no bounce', 'no bounces'),
  ].filter(part => part !== undefined)
  return words.length === 0 ? 'no new messages' : words.join(', ')
}

const told = (count: number, one: string, several: string): string | undefined =>
  count === 0 ? undefined : `${count} ${count === 1 ? one : several}`
