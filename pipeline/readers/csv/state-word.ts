import type { ReaderState } from '../reader.js'

/** The words that lists have for a state; our own come first. */
const words: Readonly<Record<ReaderState, readonly string[]>> = {
  pending: ['pending', 'unconfirmed', 'unactivated', 'not confirmed', 'waiting'],
  active: ['active', 'subscribed', 'confirmed', 'enabled', 'regular', 'opted in'],
  unsubscribed: [
    'unsubscribed',
    'opted out',
    'disabled',
    'blocklisted',
    'removed',
    'cancelled',
    'left',
    'inactive',
  ],
  bounced: ['bounced', 'cleaned', 'undeliverable', 'hard bounced'],
  complained: ['complained', 'complaint', 'marked as spam', 'spam complaint', 'abuse'],
}

const states = new Map(
  Object.entries(words).flatMap(([state, each]) =>
    each.map(word => [word, state as ReaderState /* the keys of the table are these */] as const),
  ),
)

/** A state by the word that a list has for it; undefined for any other. */
export const stateOf = (word: string): ReaderState | undefined =>
  states.get(
    word
      .trim()
      .toLowerCase()
      .replace(/[\s_-]+/g, ' '),
  )
