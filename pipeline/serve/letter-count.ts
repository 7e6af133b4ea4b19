import { addressKey } from '../readers/address.js'

/** How often a mailbox is written to because somebody put its address into the form. */
export interface LetterRate {
  /** Milliseconds between two letters. */
  readonly between: number
  /** Letters within 24 hours. */
  readonly aDay: number
}

/** Remembers to whom letters went. It holds no more than went out within a day. */
export interface LetterCount {
  /** Counts a letter. @returns false where the mailbox has had enough; nothing was counted then */
  take(email: string, now: number): boolean
  /** Takes the last one back: it was not sent. */
  undo(email: string): void
}

const day = 24 * 60 * 60_000

/** Makes a count. */
export function letterCount({ between, aDay }: LetterRate): LetterCount {
  /** When, by mailbox; the mailbox that was written to last is the last. */
  const times = new Map<string, readonly number[]>()
  return {
    take(email, now) {
      for (const [key, at] of times) {
        if ((at.at(-1) ?? 0) > now - day) break
        times.delete(key)
      }
      const key = mailboxOf(email)
      const within = (times.get(key) ?? []).filter(at => at > now - day)
      if (within.length >= aDay || now - (within.at(-1) ?? -Infinity) < between) return false
      times.delete(key)
      times.set(key, [...within, now])
      return true
    },
    undo(email) {
      const key = mailboxOf(email)
      times.set(key, (times.get(key) ?? []).slice(0, -1))
    },
  }
}

/** The mailbox of an address: `a+b@example.org` is that of `a@example.org` (RFC 5233). */
const mailboxOf = (email: string): string => addressKey(email).replace(/(?<=.)\+[^@]*@/, '@')
