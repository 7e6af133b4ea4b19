import { type DeliveryCounts, type DeliveryState, deliveryStates, type Ledger } from '../../send/ledger.js'
import { sqliteBuilds } from './builds.js'
import { sqliteChanges } from './changes.js'
import type { Database, Row } from './database.js'
import { freeze } from './freeze.js'
import { launchWith, selectLaunch } from './launch-with.js'
import type { Machine } from './machine.js'
import { deliveryOf, launchOf } from './rows.js'
import { sqliteTurns } from './turns.js'

/** The ledger in SQLite. */
export function sqliteLedger(db: Database, machine: Machine): Ledger {
  const { time } = machine
  const found = (row: Row | undefined) => row && launchOf(row)

  return {
    ...sqliteBuilds(db, time),
    ...sqliteTurns(db, machine),
    ...sqliteChanges(db, machine),
    launch: async asked => launchWith(db, freeze(db, asked, time())),
    get: async id => found(db.get(`${selectLaunch} WHERE id = ?`, id)),
    requested: async request => found(db.get(`${selectLaunch} WHERE request = ?`, request)),
    launches: async slug =>
      (slug === undefined
        ? db.all(`${selectLaunch} ORDER BY id DESC`)
        : db.all(`${selectLaunch} WHERE build.slug = ? ORDER BY id DESC`, slug)
      ).map(launchOf),
    due: async () =>
      db
        .all(
          `${selectLaunch} WHERE state IN ('scheduled', 'sending') AND starts_at <= ?1 AND (
              EXISTS (SELECT 1 FROM delivery WHERE launch = id AND delivery.state IN ('pending', 'claimed'))
              OR EXISTS (SELECT 1 FROM delivery WHERE launch = id AND delivery.state = 'deferred' AND next_at <= ?1)
              OR NOT EXISTS (SELECT 1 FROM delivery WHERE launch = id AND delivery.state = 'deferred')
            ) ORDER BY id`,
          time(),
        )
        .map(launchOf),
    counts: async launch => {
      const counted = new Map(
        db
          .all('SELECT state, count(*) AS number FROM delivery WHERE launch = ? GROUP BY state', launch)
          .map(({ state, number }) => [state, Number(number)]),
      )
      // The keys are those of the list of states.
      return Object.fromEntries(
        deliveryStates.map(state => [state, counted.get(state) ?? 0]),
      ) as DeliveryCounts as Record<DeliveryState, number>
    },
    statesOf: async (mailing, readers) => {
      const found = db.all(
        'SELECT reader, state FROM delivery WHERE mailing = ? AND reader IN (SELECT value FROM json_each(?))',
        mailing,
        JSON.stringify(readers),
      )
      // The column holds nothing but states.
      return new Map(found.map(({ reader, state }) => [Number(reader), state as DeliveryState]))
    },
    deliveries: async (launch, states, after = 0, limit = 1000) =>
      db
        .all(
          `SELECT delivery.*, reader.email FROM delivery LEFT JOIN reader ON reader.id = delivery.reader
            WHERE launch = ? AND delivery.state IN (${states.map(() => '?').join(', ')}) AND delivery.reader > ?
            ORDER BY delivery.reader LIMIT ?`,
          launch,
          ...states,
          after,
          limit,
        )
        .map(deliveryOf),
  }
}
