import type { Reader, ReaderState } from '../readers/reader.js'
import type { ReaderStore } from '../readers/reader-store.js'
import type { Ledger } from '../send/ledger.js'
import type { Bounce } from './bounce.js'

/** Soft bounces one after another, of as many launches, after which a mailbox is taken to be gone. */
export const mostSoftBounces = 5

/** How many launches are looked back at for the one before; who was in none of them begins anew. */
const lookedBack = 50

/**
 * What became of a bounce.
 *
 * - `bounced`, `complained`: the reader is sent nothing more
 * - `counted`: it was counted, and the reader stays
 * - `known`: the list had it already, or the reader has left
 * - `nothing`: it is none
 * - `unsigned`: it is about nobody who can be told, or about a reader who was erased
 */
export type Settled = 'bounced' | 'complained' | 'counted' | 'known' | 'nothing' | 'unsigned'

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
 * state that the reader has; a soft one is counted where the ledger did not know of it, so once for each delivery.
 */
export async function settleBounce(bounce: Bounce, store: SettlingStore): Promise<Settled> {
  if (bounce.kind === 'other') return 'nothing'
  const reader = bounce.subject && (await store.readers.get(bounce.subject.reader))
  if (!bounce.subject || !reader) return 'unsigned'
  const { launch } = bounce.subject
  if (bounce.kind === 'complaint') return leave(reader, 'complained', everyState, store)
  if (bounce.kind === 'soft') return countSoft(bounce, reader, launch, store)
  // The list first: killed after it, nobody is written to again; the ledger is told when the message is read once more.
  const settled = await leave(reader, 'bounced', onTheList, store)
  await note(bounce, reader, launch, store)
  return settled
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

/**
 * The ledger first: killed after it, one soft bounce is not counted, which keeps a reader; the other way round one would be
 * counted twice.
 */
async function countSoft(
  bounce: Bounce,
  reader: Reader,
  launch: number,
  store: SettlingStore,
): Promise<Settled> {
  if (!(await note(bounce, reader, launch, store))) return 'known'
  const softBounces = (await cameThroughBefore(launch, reader.id, store)) ? 1 : reader.softBounces + 1
  if (softBounces < mostSoftBounces || !onTheList.includes(reader.state)) {
    await store.readers.change(reader.id, { softBounces })
    return 'counted'
  }
  await store.readers.change(reader.id, { softBounces, state: 'bounced', since: store.time() })
  return 'bounced'
}

/**
 * Whether the message before this one was taken and has not come back. What the mail server has taken proves nothing when
 * it is sent: it comes back later. So the count is begun anew here, by the next that does.
 */
async function cameThroughBefore(launch: number, reader: number, store: SettlingStore): Promise<boolean> {
  const launches = await store.ledger.launches()
  const earlier = launches.filter(({ id }) => id < launch).slice(0, lookedBack)
  for (const { id } of earlier) {
    const [delivery] = await store.ledger.deliveries(id, ['sent', 'failed'], reader - 1, 1)
    if (delivery?.reader === reader) return delivery.state === 'sent'
  }
  return false
}

/** Without a launch, of a message that asks to confirm say, there is no delivery to note it of. */
const note = async (
  { status, diagnostic }: Bounce,
  reader: Reader,
  launch: number,
  { ledger }: SettlingStore,
): Promise<boolean> =>
  launch > 0 && ledger.noteBounce(launch, reader.id, [status, diagnostic].filter(Boolean).join(' '))
