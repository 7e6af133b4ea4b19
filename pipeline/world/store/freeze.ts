import { leftOutStates, type NewLaunch } from '../../send/ledger.js'
import { keepBuild } from './builds.js'
import type { Database } from './database.js'
import { pageOfReaders } from './readers.js'

/** So many readers are in memory at a time. */
const pageSize = 2000

const leftOut = leftOutStates.map(state => `'${state}'`).join(', ')

/**
 * Makes a launch and a row for each of its readers, whole or not at all: a part of them would be sent it, and the others
 * could not be told from those who had it before.
 *
 * @returns the launch's id
 */
export function freeze(
  db: Database,
  { mailing, build, startsAt, segment, sentMailing, request }: NewLaunch,
  now: number,
): number {
  return db.transaction(() => {
    const made =
      request === undefined ? undefined : db.get('SELECT id FROM launch WHERE request = ?', request)
    if (made) return Number(made.id)
    keepBuild(db, build, now)
    const row = db.get(
      `INSERT INTO launch (mailing, digest, state, starts_at, created_at, segment, request)
        VALUES (?, ?, 'scheduled', ?, ?, ?, ?) RETURNING id`,
      mailing,
      build.digest,
      startsAt,
      now,
      segment?.source ?? null,
      request ?? null,
    )
    const id = Number(row?.id)
    for (let after = 0; ; ) {
      const page = pageOfReaders(db, { states: ['active'], after, limit: pageSize })
      const last = page.at(-1)
      if (!last) return id
      after = last.id
      for (const reader of page)
        if (!segment || segment.has(reader))
          db.run(
            `INSERT INTO delivery (mailing, reader, launch, state)
              SELECT ?1, ?2, ?3, 'pending' WHERE ?4 IS NULL
                OR EXISTS (SELECT 1 FROM delivery WHERE mailing = ?4 AND reader = ?2 AND state = 'sent')
              ON CONFLICT (mailing, reader) DO UPDATE SET launch = ?3, state = 'pending', attempts = 0, next_at = 0,
                first_at = NULL, epoch = NULL, response = NULL, at = NULL
              WHERE delivery.state IN (${leftOut})`,
            mailing,
            reader.id,
            id,
            sentMailing ?? null,
          )
    }
  })
}
