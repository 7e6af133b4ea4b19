const minute = 60_000
const hour = 60 * minute

/** The first wait, what it grows by, the longest, and how long after the first try one is given up. */
const patience = { first: minute, growth: 4, longest: 6 * hour, all: 48 * hour } as const

/** How much longer than planned a wait may be, so that those who were put off together do not come back together. */
const spread = 0.25

/**
 * When a reader is tried again whose message was not taken for now: after a minute, four, sixteen... and at most six
 * hours, and once more at the end of two days (RFC 5321, 4.5.4.1 asks for four to five days of a mail server, but a letter
 * that is that late is none).
 *
 * @param claim how often it was tried, this time counted, and when first
 * @param now milliseconds since 1970, as all times here
 * @param chance from 0 to less than 1, another each time
 * @returns undefined where it is given up
 */
export function nextTry(
  claim: { readonly attempts: number; readonly firstTriedAt: number },
  now: number,
  chance: number,
): number | undefined {
  const end = claim.firstTriedAt + patience.all
  if (now >= end) return undefined
  const wait = patience.first * patience.growth ** (Math.max(1, claim.attempts) - 1) * (1 + spread * chance)
  return Math.min(Math.round(now + Math.min(wait, patience.longest)), end)
}
