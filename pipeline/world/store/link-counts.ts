import type { LinkCounts } from '../../send/link-counts.js'
import type { Database } from './database.js'

/** Where links lead and how often they were followed, beside the ledger. */
export const sqliteLinkCounts = (db: Database): LinkCounts => ({
  address: async (owner, number) => {
    const row =
      'launch' in owner
        ? db.get(
            'SELECT address FROM launch JOIN build_link USING (digest) WHERE launch.id = ? AND number = ?',
            owner.launch,
            number,
          )
        : db.get('SELECT address FROM build_link WHERE digest = ? AND number = ?', owner.digest, number)
    return row && String(row.address)
  },
  add: async counts =>
    db.transaction(() => {
      for (const { launch, number, count } of counts)
        db.run(
          `INSERT INTO link_count (launch, number, count) VALUES (?, ?, ?)
            ON CONFLICT (launch, number) DO UPDATE SET count = count + excluded.count`,
          launch,
          number,
          count,
        )
    }),
  followed: async launch =>
    db
      .all(
        `SELECT number, address, count FROM link_count
          JOIN launch ON launch.id = link_count.launch JOIN build_link USING (digest, number)
          WHERE launch = ? ORDER BY count DESC, number`,
        launch,
      )
      .map(({ number, address, count }) => ({
        number: Number(number),
        address: String(address),
        count: Number(count),
      })),
})
