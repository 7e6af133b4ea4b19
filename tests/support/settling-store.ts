import type { SettlingStore } from '../../pipeline/bounces/settle.js'
import type { Reader } from '../../pipeline/readers/reader.js'
import type { DeliveryState, Launch } from '../../pipeline/send/ledger.js'

/** A list of readers and a ledger in memory, as far as bounces need them, with what was written to them in order. */
export interface SettlingFake extends SettlingStore {
  readonly list: Map<number, Reader>
  /** By launch and reader: `9/1234`. */
  readonly sent: Map<string, { state: DeliveryState; response: string }>
  readonly writes: string[]
  /** Throws at the next write after so many. */
  killAfter(writes: number): void
}

/** @param readers who is on the list; @param launches to whom each launch was sent, by its id */
export function settlingStore(
  readers: readonly Partial<Reader>[],
  launches: Readonly<Record<number, readonly number[]>>,
): SettlingFake {
  const list = new Map(
    readers.map((reader, at): [number, Reader] => {
      const id = reader.id ?? at + 1
      const email = `${id}@example.net`
      return [
        id,
        { email, state: 'active', since: 0, attributes: {}, tags: [], softBounces: 0, ...reader, id },
      ]
    }),
  )
  const sent: SettlingFake['sent'] = new Map(
    Object.entries(launches).flatMap(([launch, to]) =>
      to.map((reader): [string, { state: DeliveryState; response: string }] => [
        `${launch}/${reader}`,
        { state: 'sent', response: '250' },
      ]),
    ),
  )
  const writes: string[] = []
  let left = Infinity
  const write = (what: string) => {
    if (left-- <= 0) throw new Error('killed')
    writes.push(what)
  }
  return {
    list,
    sent,
    writes,
    killAfter: count => {
      left = count
    },
    time: () => 1_000,
    readers: {
      get: async id => list.get(id),
      async change(id, change) {
        const reader = list.get(id)
        if (!reader) return undefined
        write(`reader ${id}`)
        const changed = { ...reader, ...change }
        list.set(id, changed)
        return changed
      },
    },
    ledger: {
      launches: async () => Object.keys(launches).map(Number).reverse().map(launchOf),
      async deliveries(launch, states, after = 0, limit = 1_000) {
        return [...sent]
          .map(([key, { state, response }]) => {
            const [of, reader = 0] = key.split('/').map(Number)
            return { of, reader, email: `${reader}@example.net`, state, attempts: 1, response }
          })
          .filter(({ of, reader, state }) => of === launch && reader > after && states.includes(state))
          .sort((a, b) => a.reader - b.reader)
          .slice(0, limit)
      },
      async noteBounce(launch, reader, response) {
        write(`bounce ${launch}/${reader}`)
        const wasSent = sent.get(`${launch}/${reader}`)?.state === 'sent'
        if (wasSent) sent.set(`${launch}/${reader}`, { state: 'failed', response })
        return wasSent
      },
    },
  }
}

/** Each was made at the time of its number. */
const launchOf = (id: number): Launch => ({
  id,
  mailing: `m${id}`,
  digest: '',
  slug: `m${id}`,
  title: '',
  state: 'done',
  startsAt: 0,
  createdAt: id,
})
