import type { Database } from './database.js'
import type { Machine } from './machine.js'

/** A response as it is kept, where a parameter stands for it: it may repeat the address, and of who was erased none is kept. */
export const responseOf = 'iif(EXISTS (SELECT 1 FROM reader WHERE reader.id = delivery.reader), ?, NULL)'

/** Why it is unknown what became of claims of a sender that is no more. */
export const senderGone = 'The process that had it was ended before it could say'

/** The process that has the turn of a launch. */
export function senderOf(db: Database, launch: number, { time, isRunning }: Machine): number | undefined {
  const row = db.get('SELECT sender, lease_until FROM launch WHERE id = ?', launch)
  if (!row || row.sender === null || Number(row.lease_until) <= time()) return undefined
  return isRunning(Number(row.sender)) ? Number(row.sender) : undefined
}

/** Makes unknown what is claimed. @returns how many */
export const loseClaims = (db: Database, launch: number, now: number, why: string): number =>
  db.run(
    "UPDATE delivery SET state = 'unknown', response = ?, at = ? WHERE launch = ? AND state = 'claimed'",
    why,
    now,
    launch,
  )

/** Leaves out who was to get it still. */
export function cancelOpen(db: Database, launch: number, now: number): void {
  db.run(
    "UPDATE delivery SET state = 'cancelled', at = ? WHERE launch = ? AND state IN ('pending', 'deferred')",
    now,
    launch,
  )
}
