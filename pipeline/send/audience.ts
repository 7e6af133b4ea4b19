import type { Reader } from '../readers/reader.js'
import { parseSegment, type Segment } from '../readers/segment.js'
import { type DeliveryState, leftOutStates } from './ledger.js'
import type { SendingStore } from './sending-store.js'
import { type Audience, LaunchRefused } from './service.js'
import type { SendingSettings } from './settings.js'

/** What nobody gets twice, and for whom it is. */
export interface Mailing {
  /** The slug; of a correction the slug and the build; of a rehearsal see `isRehearsal`. */
  readonly mailing: string
  readonly segment?: Segment
  /** Only those who were sent this one. */
  readonly sentMailing?: string
}

const rehearsal = 'rehearsal:'

/**
 * Whether a mailing is written to a folder and reaches nobody. It is one of its own, so that who was in a rehearsal gets
 * the issue all the same.
 */
export const isRehearsal = (mailing: string): boolean => mailing.startsWith(rehearsal)

/**
 * @param settings of these the folder that messages go to instead of a mail server: then each build can be rehearsed
 * @throws LaunchRefused where the segment cannot be read
 */
export function mailingOf(
  { slug, digest }: { readonly slug: string; readonly digest: string },
  { segment: written, correction }: Audience,
  { outbox }: Pick<SendingSettings, 'outbox'>,
): Mailing {
  const segment = written === undefined ? undefined : readSegment(written)
  const own = `${slug}:${digest}${correction ? ':correction' : ''}`
  const real = correction ? `${slug}:${digest}` : slug
  return {
    mailing: outbox === undefined ? real : `${rehearsal}${own}`,
    ...(segment ? { segment } : {}),
    ...(correction ? { sentMailing: slug } : {}),
  }
}

function readSegment(written: string): Segment {
  const segment = parseSegment(written)
  if ('fault' in segment) throw new LaunchRefused([`--segment: ${segment.fault}`])
  return segment
}

/** How a reader of the list stands to a mailing. */
export interface Member {
  readonly reader: Reader
  /** `to-send`, or why not: they had it or are about to, or the mailing is not for them. */
  readonly stands: 'to-send' | 'already' | 'left-out'
}

const leftOut: ReadonlySet<DeliveryState> = new Set(leftOutStates)

/** So many readers are in memory at a time. */
const pageSize = 1000

/** Every active reader by id, and how they stand. @param after the last of those that were seen */
export async function* membersOf(
  { mailing, segment, sentMailing }: Mailing,
  { readers, ledger }: Pick<SendingStore, 'readers' | 'ledger'>,
  after = 0,
): AsyncGenerator<Member> {
  for (let last = after; ; ) {
    const page = await readers.page({ states: ['active'], after: last, limit: pageSize })
    const ids = page.map(({ id }) => id)
    const end = ids.at(-1)
    if (end === undefined) return
    last = end
    const before = await ledger.statesOf(mailing, ids)
    const first: ReadonlyMap<number, DeliveryState> | undefined =
      sentMailing === undefined ? undefined : await ledger.statesOf(sentMailing, ids)
    for (const reader of page) {
      const isMeant = (segment?.has(reader) ?? true) && (!first || first.get(reader.id) === 'sent')
      const state = before.get(reader.id)
      const stands = !isMeant ? 'left-out' : state && !leftOut.has(state) ? 'already' : 'to-send'
      yield { reader, stands }
    }
  }
}
