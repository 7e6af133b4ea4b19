import { type Ledger, type Result, type Turn, TurnLost, TurnTaken } from '../../send/ledger.js'
import { claimable } from './claimable.js'
import { cancelOpen, loseClaims, responseOf, senderGone, senderOf } from './claimed.js'
import type { Database } from './database.js'
import { launchWith } from './launch-with.js'
import type { Machine } from './machine.js'
import { claimOf } from './rows.js'

/** How long a turn lasts without a word from who has it. A process of this machine that is gone loses it at once. */
const lease = 60_000

/** The right to send, and what is claimed and told by it. */
export function sqliteTurns(db: Database, machine: Machine): Pick<Ledger, 'begin' | 'exchange' | 'end'> {
  const { time } = machine

  /** Writes what became of claims. One of another sender's is left as it is. */
  function settle({ launch: { id, mailing }, epoch }: Turn, results: readonly Result[]): void {
    const now = time()
    const own = "WHERE mailing = ? AND reader = ? AND launch = ? AND epoch = ? AND state = 'claimed'"
    for (const result of results) {
      const claimed = [mailing, result.reader, id, epoch] as const
      if (result.state === 'pending') {
        db.run(
          `UPDATE delivery SET state = 'pending', attempts = attempts - 1, first_at = iif(attempts = 1, NULL, first_at) ${own}`,
          ...claimed,
        )
        continue
      }
      const nextAt = result.state === 'deferred' ? result.nextAt : 0
      const changed = db.run(
        `UPDATE delivery SET state = ?, response = ${responseOf}, next_at = ?, at = ? ${own}`,
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
    if (launchWith(db, id).state === 'cancelled') cancelOpen(db, id, now)
  }

  /** A turn that is no longer this sender's must not tell of anything. */
  function holding(launch: number, epoch: number): void {
    if (Number(db.get('SELECT epoch FROM launch WHERE id = ?', launch)?.epoch) !== epoch)
      throw new TurnLost('Another process has taken over the sending of this launch')
  }

  return {
    begin: async (id, pid) =>
      db.transaction(() => {
        const row = db.get('SELECT epoch FROM launch WHERE id = ?', id)
        if (!row) throw new Error(`There is no launch ${id}`)
        const sender = senderOf(db, id, machine)
        if (sender !== undefined)
          throw new TurnTaken(`Process ${sender} of this machine is sending this launch`)
        const epoch = Number(row.epoch) + 1
        const unknown = loseClaims(db, id, time(), senderGone)
        db.run(
          `UPDATE launch SET epoch = ?, sender = ?, lease_until = ?,
            state = iif(state = 'scheduled' AND starts_at <= ?, 'sending', state) WHERE id = ?`,
          epoch,
          pid,
          time() + lease,
          time(),
          id,
        )
        return { launch: launchWith(db, id), epoch, unknown }
      }),
    exchange: async (turn, results, want) =>
      db.transaction(() => {
        const { epoch } = turn
        const { id, mailing } = turn.launch
        holding(id, epoch)
        settle(turn, results)
        const now = time()
        db.run('UPDATE launch SET lease_until = ? WHERE id = ?', now + lease, id)
        const { state } = launchWith(db, id)
        const rows = state === 'sending' && want > 0 ? claim(id, mailing, epoch, want, now) : []
        const next = db.get(
          "SELECT min(next_at) AS at FROM delivery WHERE launch = ? AND state = 'deferred'",
          id,
        )?.at
        return { claims: rows, state, ...(typeof next === 'number' ? { nextAt: next } : {}) }
      }),
    end: async (turn, results) =>
      db.transaction(() => {
        const { launch, epoch } = turn
        holding(launch.id, epoch)
        settle(turn, results)
        loseClaims(db, launch.id, time(), 'The sender ended before it could say')
        db.run('UPDATE launch SET sender = NULL, lease_until = 0 WHERE id = ?', launch.id)
        finish(launch.id)
      }),
  }

  /** Those that were put off go first. Who has left since is not among them. */
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
