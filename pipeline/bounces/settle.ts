import type { Reader, ReaderState } from '../readers/reader.js'
import type { ReaderStore } from '../readers/reader-store.js'
import type { Launch, Ledger } from '../send/ledger.js'
import type { Bounce } from './bounce.js'
import { refusesSender } from './status.js'

/** Launches one after another that did not reach a mailbox, after which it is taken to be gone. */
export const mostSoftBounces = 5

/** How many launches are looked back at. */
const lookedBack = 50

/**
 * What became of a bounce.
 *
 * - `bounced`, `complained`: the reader is sent nothing more
 * - `counted`: it was counted, and the reader stays
 * - `refused`: the other server refuses whoever sends it, whomever it is for; it is not counted
 * - `known`: the list had it already, or the reader has left, or has subscribed anew since
 * - `nothing`: it is none
 * - `unsigned`: it is about nobody who can be told, or about a reader who was erased
 */
export type Settled = 'bounced' | 'complained' | 'counted' | 'refused' | 'known' | 'nothing' | 'unsigned'

/** Where bounces are settled. */
export interface SettlingStore {
  readonly readers: Pick<ReaderStore, 'get' | 'change'>
  readonly ledger: Pick<Ledger, 'launches' | 'deliveries' | 'noteBounce'>
  /** The wall clock: milliseconds since 1970. */
  time(): number
}

/**
 * Has the list and the ledger know of a bounce. The same again changes nothing: a message that was settled and not marked
 * as read, because the process was killed between the two, may be settled once more. A hard bounce and a complaint are a
 * state that the reader has; soft ones are not added up, but counted anew from the ledger each time.
 */
export async function settleBounce(bounce: Bounce, store: SettlingStore): Promise<Settled> {
  if (bounce.kind === 'other') return 'nothing'
  const reader = bounce.subject && (await store.readers.get(bounce.subject.reader))
  if (!bounce.subject || !reader) return 'unsigned'
  if (bounce.kind === 'complaint') return leave(reader, 'complained', everyState, store)
  const { launch } = bounce.subject
  const words = [bounce.status, bounce.diagnostic].filter(Boolean).join(' ')
  // Of a message without a launch, one that asks to confirm say, there is no delivery.
  if (launch > 0) await store.ledger.noteBounce(launch, reader.id, words)
  const launches = launch > 0 ? await store.ledger.launches() : []
  // Who has subscribed anew since has shown that the mailbox is there.
  const isOld = (of: Launch) => onTheList.includes(reader.state) && of.createdAt < reader.since
  if (launches.some(of => of.id === launch && isOld(of))) return 'known'
  if (bounce.kind === 'hard') return leave(reader, 'bounced', onTheList, store)
  if (refusesSender(words)) return 'refused'
  const earlier = launches.filter(of => of.id <= launch && !isOld(of)).sort((a, b) => b.id - a.id)
  return countSoft(reader, earlier.slice(0, lookedBack), store)
}

/** States that a mailbox that is gone ends. Who left or complained stays so: they know why. */
const onTheList: readonly ReaderState[] = ['active', 'pending']
/** A complaint is told of whoever made it, also in leaving. */
const everyState: readonly ReaderState[] = ['active', 'pending', 'bounced', 'unsubscribed']

async function leave(
  reader: Reader,
  state: 'bounced' | 'complained',
  from: readonly ReaderState[],
  store: SettlingStore,
): Promise<Settled> {
  if (!from.includes(reader.state)) return 'known'
  await store.readers.change(reader.id, { state, since: store.time() })
  return state
}

async function countSoft(reader: Reader, earlier: readonly Launch[], store: SettlingStore): Promise<Settled> {
  const softBounces = await failedInARow(reader.id, earlier, store)
  if (softBounces >= mostSoftBounces && onTheList.includes(reader.state)) {
    await store.readers.change(reader.id, { softBounces, state: 'bounced', since: store.time() })
    return 'bounced'
  }
  if (softBounces === reader.softBounces) return 'known'
  await store.readers.change(reader.id, { softBounces })
  return 'counted'
}

/**
 * How many launches in a row did not reach a reader, the newest first. That a mail server has taken a message
 * proves nothing when it is sent, since it comes back later: so the row ends at one that has not come back.
 */
async function failedInARow(
  reader: number,
  earlier: readonly Launch[],
  { ledger }: SettlingStore,
): Promise<number> {
  let count = 0
  for (const { id } of earlier) {
    const [delivery] = await ledger.deliveries(id, ['sent', 'failed'], reader - 1, 1)
    if (delivery?.reader !== reader || refusesSender(delivery.response ?? '')) continue
    if (delivery.state === 'sent') return count
    count += 1
  }
  return count
}
