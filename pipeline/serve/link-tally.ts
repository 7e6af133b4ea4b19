import type { LinkCount, LinkCounts } from '../send/link-counts.js'
import type { Backlog } from './backlog.js'

/** Counts what is followed, and has it written after the answer. */
export type LinkTally = (link: Omit<LinkCount, 'count'>) => void

/**
 * Makes a tally. However much is followed at a time, one piece of work waits and each link is written once: a page that
 * is asked for again and again takes no room from others.
 */
export function linkTally({ add }: Pick<LinkCounts, 'add'>, backlog: Backlog): LinkTally {
  const counts = new Map<string, LinkCount>()
  let isWaiting = false
  const write = async () => {
    isWaiting = false
    const all = [...counts.values()]
    counts.clear()
    await add(all)
  }
  return ({ launch, number }) => {
    const key = `${launch}/${number}`
    counts.set(key, { launch, number, count: (counts.get(key)?.count ?? 0) + 1 })
    // Where there is no room now, the next that is followed asks again.
    if (!isWaiting) isWaiting = backlog.add(write)
  }
}
