import type { Ledger } from '../../send/ledger.js'
import { cancelOpen, loseClaims, responseOf, senderGone, senderOf } from './claimed.js'
import type { Database } from './database.js'
import { launchWith } from './launch-with.js'
import type { Machine } from './machine.js'

/** What people, and notices of bounces, change of launches. */
export function sqliteChanges(
  db: Database,
  machine: Machine,
): Pick<Ledger, 'setState' | 'reopen' | 'settleUnknown' | 'noteBounce'> {
  const { time } = machine
  /** Those of a list of readers, or all. */
  const eachOf = (
    readers: readonly number[] | undefined,
    work: (where: string, ...values: number[]) => number,
  ) => (readers ? readers.reduce((sum, reader) => sum + work(' AND reader = ?', reader), 0) : work(''))

  return {
    setState: async (id, state, reason) =>
      db.transaction(() => {
        db.run(
          `UPDATE launch SET state = iif(?1 = 'sending' AND starts_at > ?2, 'scheduled', ?1), reason = ?3
            WHERE id = ?4 AND state NOT IN ('done', 'cancelled')`,
          state,
          time(),
          reason ?? null,
          id,
        )
        if (launchWith(db, id).state === 'cancelled') {
          // Nobody takes the turn of this launch any more, so what a sender had that is gone is settled here.
          if (!senderOf(db, id, machine)) loseClaims(db, id, time(), senderGone)
          cancelOpen(db, id, time())
        }
        return launchWith(db, id)
      }),
    reopen: async (id, states, only) =>
      db.transaction(() => {
        const those = `launch = ? AND state IN (${states.map(() => '?').join(', ')})`
        const again = "UPDATE delivery SET state = 'pending', attempts = 0, first_at = NULL, next_at = 0"
        const count = eachOf(only, (where, ...values) =>
          db.run(`${again} WHERE ${those}${where}`, id, ...states, ...values),
        )
        if (count > 0)
          db.run(
            "UPDATE launch SET state = 'sending', reason = NULL WHERE id = ? AND state IN ('done', 'cancelled')",
            id,
          )
        return count
      }),
    settleUnknown: async (id, only) =>
      db.transaction(() =>
        eachOf(only, (where, ...values) =>
          db.run(
            `UPDATE delivery SET state = 'sent' WHERE launch = ? AND state = 'unknown'${where}`,
            id,
            ...values,
          ),
        ),
      ),
    noteBounce: async (id, reader, response) =>
      db.run(
        `UPDATE delivery SET state = 'failed', response = ${responseOf}, at = ? WHERE launch = ? AND reader = ? AND state IN ('sent', 'unknown')`,
        response,
        time(),
        id,
        reader,
      ) > 0,
  }
}
