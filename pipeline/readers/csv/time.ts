/** Characters of a time at most, zones and all. */
const longest = 64

const pattern =
  /^(\d{4})[-/](\d{2})[-/](\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?)?\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?(?:\s+(?:[A-Z]{2,5}|[+-]\d{2,4}))?$/i

/**
 * A time as exports write it, as milliseconds since 1970: `2026-03-14`, `2026-03-14 09:12:31`, RFC 3339, or with what Go
 * puts behind it (`2026-03-14 09:12:31.5 +0000 UTC`). One without a zone is UTC. Undefined for any other, for days that
 * the calendar lacks, and for `3/4/2026`, which is March to some and April to others.
 */
export function readTime(written: string): number | undefined {
  const match = written.length > longest ? null : pattern.exec(written.trim())
  if (!match) return undefined
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match
    .slice(1, 7)
    .map(part => Number(part ?? 0))
  const fraction = Math.floor(Number(`0.${match[7] ?? '0'}`) * 1000)
  const time = Date.UTC(year, month - 1, day, hour, minute, second, fraction)
  const read = new Date(time)
  const isThere =
    read.getUTCMonth() === month - 1 && read.getUTCDate() === day && read.getUTCMinutes() === minute
  const utc = time - offset(match[8] ?? '')
  return isThere && read.getUTCHours() === hour && second < 60 && utc >= 0 ? utc : undefined
}

function offset(zone: string): number {
  const [, sign, hours, minutes] = /^([+-])(\d{2}):?(\d{2})$/.exec(zone) ?? []
  return sign ? (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000 : 0
}
