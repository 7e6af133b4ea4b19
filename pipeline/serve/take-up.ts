import { addressKey } from '../readers/address.js'
import type { NewReader, Reader } from '../readers/reader.js'
import { confirmLetter, knownLetter } from './letters.js'
import { redacted } from './redacted.js'
import type { Serving } from './serving.js'

/** What somebody put into the form. */
export interface Wish {
  readonly email: string
  /** Empty where none was given. */
  readonly name: string
}

/**
 * Takes up a wish to be subscribed: a letter goes to the mailbox, and nothing else changes for whoever has it. An address
 * that is new, or was erased, is on the list as `pending`; one that has left stays so until the letter is answered.
 *
 * A mailbox is written to once an hour at most. One that is not there, and one that called us spam, is not written to.
 */
export async function takeUp(serving: Serving, wish: Wish): Promise<void> {
  const { lettersSent, rates, time } = serving
  const now = time()
  forget(lettersSent, now - rates.betweenLetters)
  const key = addressKey(wish.email)
  if (lettersSent.has(key)) return
  const reader = (await serving.readers.find(wish.email)) ?? (await addPending(serving, wish, now))
  if (reader === undefined || reader.state === 'bounced' || reader.state === 'complained') return
  const letter = reader.state === 'active' ? knownLetter(serving, reader) : confirmLetter(serving, reader)
  lettersSent.set(key, now)
  try {
    await serving.mail(letter)
  } catch (error) {
    // Who gets nothing is told to try again; the hour is for those who got something.
    lettersSent.delete(key)
    serving.log(`A letter to reader ${reader.id} was not sent: ${redacted(error)}`)
  }
}

async function addPending(
  { readers, log }: Serving,
  { email, name }: Wish,
  now: number,
): Promise<Reader | undefined> {
  const given: NewReader = {
    email,
    ...(name === '' ? {} : { name }),
    state: 'pending',
    since: now,
    attributes: {},
    tags: [],
  }
  let [added] = await readers.add([given])
  if (added?.kind === 'suppressed') {
    await readers.welcome(email)
    ;[added] = await readers.add([given])
  }
  if (added === undefined || added.kind === 'suppressed') return undefined
  if (added.kind === 'added') log(`Reader ${added.reader.id} asked to be subscribed`)
  return added.reader
}

/** Those before a time are at the front: a key is set once, and again only after it was forgotten. */
function forget(sent: Map<string, number>, before: number): void {
  for (const [key, at] of sent) {
    if (at > before) return
    sent.delete(key)
  }
}
