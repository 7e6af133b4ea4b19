import { createHmac } from 'node:crypto'
import { addressKey } from '../../readers/address.js'
import {
  type Consent,
  type NewReader,
  type Reader,
  type ReaderState,
  readerStates,
} from '../../readers/reader.js'
import type { Added, ReaderChange, ReaderQuery, ReaderStore } from '../../readers/reader-store.js'
import type { Database, Row } from './database.js'

/** What is read of a page where nobody says how much. */
const pageSize = 1000

/** The list of readers in SQLite. @param secret hides the addresses of who was erased */
export function sqliteReaders(db: Database, secret: Uint8Array, time: () => number): ReaderStore {
  const hashOf = (email: string) =>
    createHmac('sha256', secret)
      .update(`erased:${addressKey(email)}`)
      .digest('hex')
  const get = (id: number) => {
    const row = db.get('SELECT * FROM reader WHERE id = ?', id)
    return row && readerOf(row)
  }
  const find = (email: string) => {
    const row = db.get('SELECT * FROM reader WHERE address = ?', addressKey(email))
    return row && readerOf(row)
  }

  function addOne(reader: NewReader): Added {
    const known = find(reader.email)
    if (known) return { kind: 'known', reader: known }
    if (db.get('SELECT 1 FROM erased WHERE hash = ?', hashOf(reader.email))) return { kind: 'suppressed' }
    const { email, name, state, since, attributes, tags, consent } = reader
    const row = db.get(
      `INSERT INTO reader
        (address, email, name, state, since, attributes, tags, consent_at, consent_source, consent_address)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id`,
      addressKey(email),
      email,
      name ?? null,
      state,
      since,
      JSON.stringify(attributes),
      JSON.stringify(tags),
      ...consentColumns(consent),
    )
    return { kind: 'added', reader: { ...reader, id: Number(row?.id), softBounces: 0 } }
  }

  function change(id: number, changes: ReaderChange): Reader | undefined {
    const before = get(id)
    if (!before) return undefined
    const { name: _, ...unnamed } = { ...before, ...changes }
    const newName = changes.name ?? before.name
    const after: Reader = newName ? { ...unnamed, name: newName } : unnamed
    const { name = null, state, since, attributes, tags, consent, softBounces } = after
    db.run(
      `UPDATE reader SET name = ?, state = ?, since = ?, attributes = ?, tags = ?,
        consent_at = ?, consent_source = ?, consent_address = ?, soft_bounces = ? WHERE id = ?`,
      name,
      state,
      since,
      JSON.stringify(attributes),
      JSON.stringify(tags),
      ...consentColumns(consent),
      softBounces,
      id,
    )
    return after
  }

  return {
    get: async id => get(id),
    find: async email => find(email),
    page: async query => pageOfReaders(db, query),
    add: async readers => db.transaction(() => readers.map(addOne)),
    change: async (id, changes) => db.transaction(() => change(id, changes)),
    changeAll: async changes =>
      db.transaction(() => [...changes].filter(([id, each]) => change(id, each) !== undefined).length),
    erase: async id =>
      db.transaction(() => {
        const reader = get(id)
        if (!reader) return false
        db.run('INSERT OR REPLACE INTO erased (hash, at) VALUES (?, ?)', hashOf(reader.email), time())
        db.run('DELETE FROM reader WHERE id = ?', id)
        // A server's answer often repeats the address.
        db.run('UPDATE delivery SET response = NULL WHERE reader = ?', id)
        return true
      }),
    isErased: async email => db.get('SELECT 1 FROM erased WHERE hash = ?', hashOf(email)) !== undefined,
    welcome: async email => {
      db.run('DELETE FROM erased WHERE hash = ?', hashOf(email))
    },
    counts: async () => {
      const counted = new Map(
        db
          .all('SELECT state, count(*) AS number FROM reader GROUP BY state')
          .map(({ state, number }) => [state, Number(number)]),
      )
      // The keys are those of the list of states.
      return Object.fromEntries(readerStates.map(state => [state, counted.get(state) ?? 0])) as Record<
        ReaderState,
        number
      >
    },
  }
}

/** A page of readers, by id. */
export const pageOfReaders = (
  db: Database,
  { states = readerStates, after = 0, limit = pageSize }: ReaderQuery,
): readonly Reader[] =>
  db
    .all(
      `SELECT * FROM reader WHERE id > ? AND state IN (${states.map(() => '?').join(', ')}) ORDER BY id LIMIT ?`,
      after,
      ...states,
      limit,
    )
    .map(readerOf)

const consentColumns = (consent: Consent | undefined): [number | null, string | null, string | null] => [
  consent?.at ?? null,
  consent?.source ?? null,
  consent?.address ?? null,
]

/** What was written by `addOne` and `change`, and so is as it was. */
function readerOf(row: Row): Reader {
  const { name, consent_at: at, consent_source: source, consent_address: address } = row
  return {
    id: Number(row.id),
    email: String(row.email),
    ...(name === null ? {} : { name: String(name) }),
    state: row.state as ReaderState,
    since: Number(row.since),
    attributes: JSON.parse(String(row.attributes)),
    tags: JSON.parse(String(row.tags)),
    ...(at === null
      ? {}
      : {
          consent: {
            at: Number(at),
            source: String(source),
            ...(address === null ? {} : { address: String(address) }),
          },
        }),
    softBounces: Number(row.soft_bounces),
  }
}
