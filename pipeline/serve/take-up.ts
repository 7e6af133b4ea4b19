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
 * A mailbox is written to as often as `perMailbox` allows. One that is not there, and one that called us spam, is not
 * written to.
 */
export async function takeUp(serving: Serving, wish: Wish): Promise<void> {
  const { letterCount, time, mail, log } = serving
  const now = time()
  if (!letterCount.take(wish.email, now)) return
  const reader = await readerOf(serving, wish, now)
  if (reader === undefined || reader.state === 'bounced' || reader.state === 'complained') return
  try {
    await mail(reader.state === 'active' ? knownLetter(serving, reader) : confirmLetter(serving, reader))
  } catch (error) {
    // Who gets nothing is told to try again; the pause is for those who got something.
    letterCount.undo(wish.email)
    log(`A letter to reader ${reader.id} was not sent: ${redacted(error)}`)
  }
}

/** Who has the address; somebody new is put on the list, and somebody pending is so from now on. */
async function readerOf(serving: Serving, wish: Wish, now: number): Promise<Reader | undefined> {
  const known = await serving.readers.find(wish.email)
  if (!known) return addPending(serving, wish, now)
  return known.state === 'pending' ? serving.readers.change(known.id, { since: now }) : known
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
