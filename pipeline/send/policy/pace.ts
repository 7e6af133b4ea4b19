import type { Pace } from '../settings.js'

/** Says when the next message may go. It remembers what went. All times are milliseconds. */
export interface Pacer {
  /**
   * Asks whether a message may go to a domain now, and if so counts it.
   *
   * @param domain see `domainOf`
   * @returns 0 where it may; else after how long it may at the soonest, and nothing was counted
   */
  next(domain: string, now: number): number
}

/** The domain of an address, as paces have it. */
export const domainOf = (email: string): string => email.slice(email.lastIndexOf('@') + 1).toLowerCase()

/** Messages that may go at once, of those of a second: timers are late by some milliseconds, and what is missed is caught up. */
const burst = 0.1

/** How many domains are remembered before those without a wait are forgotten. */
const mostDomains = 1000

interface Bucket {
  /** Messages a second. */
  readonly rate: number
  tokens: number
  at: number
}

/** A pace is kept by token buckets, one over all and one for each domain. */
export function pacer({ perSecond, perDomain }: Pick<Pace, 'perSecond' | 'perDomain'>): Pacer {
  const all = perSecond === undefined ? undefined : fullBucket(perSecond)
  const domains = new Map<string, Bucket>()
  let remembered = mostDomains

  function waitOf(domain: string, now: number): number {
    const bucket = domains.get(domain)
    return Math.max(all ? waitIn(all, now) : 0, bucket ? waitIn(bucket, now) : 0)
  }

  function take(domain: string, now: number): void {
    if (all) all.tokens--
    if (perDomain === undefined) return
    const bucket = domains.get(domain) ?? fullBucket(perDomain)
    waitIn(bucket, now)
    bucket.tokens--
    domains.set(domain, bucket)
    if (domains.size > remembered) forget(now)
  }

  function forget(now: number): void {
    for (const [domain, bucket] of domains) {
      fill(bucket, now)
      if (bucket.tokens >= capacityOf(bucket.rate)) domains.delete(domain)
    }
    remembered = Math.max(mostDomains, 2 * domains.size)
  }

  return {
    next(domain, now) {
      const wait = waitOf(domain, now)
      if (wait === 0) take(domain, now)
      return wait
    },
  }
}

const capacityOf = (rate: number): number => Math.max(1, rate * burst)

const fullBucket = (rate: number): Bucket => ({
  rate,
  tokens: capacityOf(rate),
  at: Number.NEGATIVE_INFINITY,
})

function fill(bucket: Bucket, now: number): void {
  // A clock that is set back gives nothing, and takes nothing away.
  const elapsed = Math.max(0, now - bucket.at)
  bucket.tokens = Math.min(capacityOf(bucket.rate), bucket.tokens + (elapsed / 1000) * bucket.rate)
  bucket.at = now
}

function waitIn(bucket: Bucket, now: number): number {
  fill(bucket, now)
  // What floating point leaves of a whole message is a whole message.
  const missing = 1 - bucket.tokens
  return missing <= 1e-9 ? 0 : Math.ceil((missing / bucket.rate) * 1000 - 1e-6)
}
