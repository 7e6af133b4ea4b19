/**
 * The next deliveries of a launch that may be claimed: those that were put off and are due go first.
 *
 * All are asked for in the order of the index: in another, all that are left would be sorted for each few that are claimed.
 *
 * ?1 is the launch, ?2 now, ?3 how many.
 */
export const claimable = `SELECT * FROM (
    SELECT reader, state FROM delivery WHERE launch = ?1 AND state = 'deferred' AND next_at <= ?2 ORDER BY next_at LIMIT ?3
  ) UNION ALL SELECT * FROM (
    SELECT reader, state FROM delivery WHERE launch = ?1 AND state = 'pending' ORDER BY next_at, reader LIMIT ?3
  ) LIMIT ?3`
