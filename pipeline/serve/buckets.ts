/** How often something may happen: so many at once, and one more after each while. */
export interface Rate {
  readonly atOnce: number
  /** Milliseconds until there is room for one more. */
  readonly every: number
}

/** Token buckets by a key, each full at first. */
export interface Buckets {
  /** Takes one. @returns 0 where there was one, else the milliseconds until there is */
  take(key: string, now: number): number
  /** What `take` would give, without taking any. */
  wait(key: string, now: number): number
}

/**
 * Makes buckets that remember few: one that is full again is as one that was never asked for.
 *
 * @param most how many keys are remembered; of more, that of which nothing was heard for longest is forgotten
 */
export function buckets({ atOnce, every }: Rate, most = 10_000): Buckets {
  /** By key, the time at which it is full; in the order in which they were last asked for. */
  const fullAt = new Map<string, number>()
  const fullIf = (key: string, now: number) => Math.max(fullAt.get(key) ?? now, now) + every
  const wait = (key: string, now: number) => Math.max(0, fullIf(key, now) - (now + atOnce * every))
  return {
    wait,
    take(key, now) {
      const late = wait(key, now)
      if (late > 0) return late
      const full = fullIf(key, now)
      fullAt.delete(key)
      fullAt.set(key, full)
      const [oldest] = fullAt.size > most ? fullAt.keys() : []
      if (oldest !== undefined) fullAt.delete(oldest)
      return 0
    },
  }
}
