import {
  type DeliveryCounts,
  type DeliveryState,
  deliveryStates,
  type Ledger,
  type Result,
  TurnLost,
  TurnTaken,
} from '../../send/ledger.js'
import { sqliteBuilds } from './builds.js'
import { claimable } from './claimable.js'
import type { Database } from './database.js'
import { freeze } from './freeze.js'
import { claimOf, deliveryOf, launchOf } from './rows.js'

/** How long a turn lasts without a word from who has it. A process of this machine that is gone loses it at once. */
const lease = 60_000

/** What the ledger knows of the machine. */
export interface Machine {
  time(): number
  isRunning(pid: number): boolean
}

/** The ledger in SQLite. */
export function sqliteLedger(db: Database, machine: Machine): Ledger {
  const { time } = machine
  const select = `SELECT launch.*, build.slug, build.title FROM launch JOIN build USING (digest)`

  const get = (id: number) => {
    const row = db.get(`${select} WHERE id = ?`, id)
    return row && launchOf(row)
  }
  const mustGet = (id: number) => {
    const launch = get(id)
    if (!launch) throw new Error(`There is no launch ${id}`)
    return launch
  }

  /** Writes what became of claims. One of another sender's is left as it is. */
  function settle(mailing: string, epoch: number, results: readonly Result[]): void {
    const now = time()
    const own = 'WHERE mailing = ? AND reader = ? AND epoch = ? AND state = ?'
    for (const result of results) {
      const claimed = [mailing, result.reader, epoch, 'claimed'] as const
      if (result.state === 'pending') {
        db.run(
          `UPDATE delivery SET state = 'pending', attempts = attempts - 1, first_at = iif(attempts = 1, NULL, first_at) ${own}`,
          ...claimed,
        )
        continue
      }
      const nextAt = result.state === 'deferred' ? result.nextAt : 0
      const changed = db.run(
        `UPDATE delivery SET state = ?, response = ?, next_at = ?, at = ? ${own}`,
        result.state,
        result.response,
        nextAt,
        now,
        ...claimed,
      )
      if (changed === 0) continue
      if (result.state === 'failed' && result.noMailbox)
        db.run(
          "UPDATE reader SET state = 'bounced', since = ? WHERE id = ? AND state = 'active'",
          now,
          result.reader,
        )
    }
  }

  /** A turn that is no longer this sender's must not tell of anything. */
  function holding(launch: number, epoch: number): void {
    if (Number(db.get('SELECT epoch FROM launch WHERE id = ?', launch)?.epoch) !== epoch)
      throw new TurnLost('Another process has taken over the sending of this launch')
  }

  return {
    ...sqliteBuilds(db, time),
    launch: async asked => mustGet(freeze(db, asked, time())),
    get: async id => get(id),
    requested: async request => {
      const row = db.get(`${select} WHERE request = ?`, request)
      return row && launchOf(row)
    },
    launches: async slug =>
      (slug === undefined
        ? db.all(`${select} ORDER BY id DESC`)
        : db.all(`${select} WHERE build.slug = ? ORDER BY id DESC`, slug)
      ).map(launchOf),
    due: async () =>
      db
        .all(`${select} WHERE state IN ('scheduled', 'sending') AND starts_at <= ? ORDER BY id`, time())
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
    begin: async (id, pid) =>
      db.transaction(() => {
        const row = db.get('SELECT epoch, sender, lease_until, mailing FROM launch WHERE id = ?', id)
        if (!row) throw new Error(`There is no launch ${id}`)
        const sender = row.sender === null ? undefined : Number(row.sender)
        const isHeld = Number(row.lease_until) > time() && sender !== undefined && machine.isRunning(sender)
        if (isHeld) throw new TurnTaken(`Process ${sender} of this machine is sending this launch`)
        const epoch = Number(row.epoch) + 1
        const unknown = db.run(
          "UPDATE delivery SET state = 'unknown', response = ?, at = ? WHERE launch = ? AND state = 'claimed'",
          'The process that had it was ended before it could say',
          time(),
          id,
        )
        db.run(
          `UPDATE launch SET epoch = ?, sender = ?, lease_until = ?,
            state = iif(state = 'scheduled', 'sending', state) WHERE id = ?`,
          epoch,
          pid,
          time() + lease,
          id,
        )
        return { launch: mustGet(id), epoch, unknown }
      }),
    exchange: async ({ launch, epoch }, results, want) =>
      db.transaction(() => {
        const { id, mailing } = launch
        holding(id, epoch)
        settle(mailing, epoch, results)
        const now = time()
        db.run('UPDATE launch SET lease_until = ? WHERE id = ?', now + lease, id)
        const { state } = mustGet(id)
        const rows = state === 'sending' && want > 0 ? claim(id, mailing, epoch, want, now) : []
        const next = db.get(
          "SELECT min(next_at) AS at FROM delivery WHERE launch = ? AND state = 'deferred'",
          id,
        )?.at
        return { claims: rows, state, ...(typeof next === 'number' ? { nextAt: next } : {}) }
      }),
    end: async ({ launch, epoch }, results) =>
      db.transaction(() => {
        holding(launch.id, epoch)
        settle(launch.mailing, epoch, results)
        db.run(
          "UPDATE delivery SET state = 'unknown', response = ?, at = ? WHERE launch = ? AND state = 'claimed'",
          'The sender ended before it could say',
          time(),
          launch.id,
        )
        db.run('UPDATE launch SET sender = NULL, lease_until = 0 WHERE id = ?', launch.id)
        finish(launch.id)
      }),
    setState: async (id, state, reason) =>
      db.transaction(() => {
        db.run(
          "UPDATE launch SET state = ?, reason = ? WHERE id = ? AND state NOT IN ('done', 'cancelled')",
          state,
          reason ?? null,
          id,
        )
        if (mustGet(id).state === 'cancelled')
          db.run(
            "UPDATE delivery SET state = 'cancelled', at = ? WHERE launch = ? AND state IN ('pending', 'deferred')",
            time(),
            id,
          )
        return mustGet(id)
      }),
    reopen: async (id, states, only) =>
      db.transaction(() => {
        const those = `launch = ? AND state IN (${states.map(() => '?').join(', ')})`
        const again = "UPDATE delivery SET state = 'pending', attempts = 0, first_at = NULL, next_at = 0"
        const count = only
          ? only.reduce(
              (sum, reader) => sum + db.run(`${again} WHERE ${those} AND reader = ?`, id, ...states, reader),
              0,
            )
          : db.run(`${again} WHERE ${those}`, id, ...states)
        if (count > 0)
          db.run("UPDATE launch SET state = 'sending', reason = NULL WHERE id = ? AND state = 'done'", id)
        return count
      }),
    settleUnknown: async id =>
      db.run("UPDATE delivery SET state = 'sent' WHERE launch = ? AND state = 'unknown'", id),
    noteBounce: async (id, reader, response) =>
      db.run(
        "UPDATE delivery SET state = 'failed', response = ?, at = ? WHERE launch = ? AND reader = ? AND state IN ('sent', 'unknown')",
        response,
        time(),
        id,
        reader,
      ) > 0,
  }

  /** Who has left since is not among them. */
  function claim(id: number, mailing: string, epoch: number, want: number, now: number) {
    const claims: ReturnType<typeof claimOf>[] = []
    while (claims.length < want) {
      const found = db.all(claimable, id, now, want - claims.length)
      if (found.length === 0) break
      for (const { reader } of found) {
        const active = db.get("SELECT * FROM reader WHERE id = ? AND state = 'active'", Number(reader))
        if (!active) {
          db.run(
            "UPDATE delivery SET state = 'suppressed', at = ? WHERE mailing = ? AND reader = ?",
            now,
            mailing,
            Number(reader),
          )
          continue
        }
        const row = db.get(
          `UPDATE delivery SET state = 'claimed', epoch = ?, attempts = attempts + 1, first_at = coalesce(first_at, ?), at = ?
            WHERE mailing = ? AND reader = ? RETURNING attempts, first_at`,
          epoch,
          now,
          now,
          mailing,
          Number(reader),
        )
        claims.push(claimOf(active, row))
      }
    }
    return claims
  }

  function finish(id: number): void {
    const open = db.get(
      "SELECT 1 FROM delivery WHERE launch = ? AND state IN ('pending', 'claimed', 'deferred') LIMIT 1",
      id,
    )
    if (!open)
      db.run("UPDATE launch SET state = 'done', reason = NULL WHERE id = ? AND state = 'sending'", id)
  }
}
