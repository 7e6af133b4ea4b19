import type { Launch } from '../../send/ledger.js'
import type { Database } from './database.js'
import { launchOf } from './rows.js'

/** What `launchOf` reads. */
export const selectLaunch = 'SELECT launch.*, build.slug, build.title FROM launch JOIN build USING (digest)'

/** The launch that there has to be. */
export function launchWith(db: Database, id: number): Launch {
  const row = db.get(`${selectLaunch} WHERE id = ?`, id)
  if (!row) throw new Error(`There is no launch ${id}`)
  return launchOf(row)
}
