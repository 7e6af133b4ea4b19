/**
 * How a reader stands to the publication. Only an `active` one is sent anything.
 *
 * - `pending`: an address was given, and nobody has confirmed that it is theirs (double opt-in)
 * - `unsubscribed`: the reader has left
 * - `bounced`: the mailbox is not there
 * - `complained`: the reader's mail service was told that this is spam
 */
export const readerStates = ['pending', 'active', 'unsubscribed', 'bounced', 'complained'] as const
export type ReaderState = (typeof readerStates)[number]

/** What shows that a reader has asked to be sent this (GDPR, article 7(1)). */
export interface Consent {
  /** When, as milliseconds since 1970. */
  readonly at: number
  /** Where: `form`, `import readers.csv`, `added by hand`... */
  readonly source: string
  /** The network address that it came from, where one is known. */
  readonly address?: string
}

/** Somebody on the list. */
export interface Reader {
  /** Never given to anyone else, even after the reader is erased. */
  readonly id: number
  /** As it was given. Two readers never have the same: see `addressKey`. */
  readonly email: string
  /** The name in full; `{{ name }}` in an article. */
  readonly name?: string
  readonly state: ReaderState
  /** Since when, as milliseconds since 1970. */
  readonly since: number
  /** What else is known, by the names of merge tags; `lang` is the language. */
  readonly attributes: Readonly<Record<string, string>>
  /** Lower case, sorted, each once. */
  readonly tags: readonly string[]
  readonly consent?: Consent
  /** Temporary failures to deliver, one after another, without one that succeeded between. */
  readonly softBounces: number
}

/** A reader before the list has an id for it. */
export type NewReader = Omit<Reader, 'id' | 'softBounces'>
