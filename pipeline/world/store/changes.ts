import type { Ledger } from '../../send/ledger.js'
import type { Database } from './database.js'
import { launchWith } from './launch-with.js'
import type { Machine } from './machine.js'

/** What people, and notices of bounces, change of launches. */
export function sqliteChanges(
  db: Database,
  { time }: Machine,
): Pick<Ledger, 'setState' | 'reopen' | 'settleUnknown' | 'noteBounce'> {
  return {
    setState: async (id, state, reason) =>
      db.transaction(() => {
        db.run(
          "UPDATE launch SET state = ?, reason = ? WHERE id = ? AND state NOT IN ('done', 'cancelled')",
          state,
          reason ?? null,
          id,
        )
        if (launchWith(db, id).state === 'cancelled')
          db.run(
            "UPDATE delivery SET state = 'cancelled', at = ? WHERE launch = ? AND state IN ('pending', 'deferred')",
            time(),
            id,
          )
        return launchWith(db, id)
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
}
