/** A date as ISO 8601 text, or why it is none. */
export type ReadDate = { readonly date: string } | { readonly fault: string }

/** Characters; RFC 5322's longest date with a comment is shorter. */
const longest = 100
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
/** RFC 5322, 4.3: the zones by name that mail once used; hours from UTC. */
const zones: Readonly<Record<string, number>> = {
  z: 0,
  ut: 0,
  utc: 0,
  gmt: 0,
  est: -5,
  edt: -4,
  cst: -6,
  cdt: -5,
  mst: -7,
  mdt: -6,
  pst: -8,
  pdt: -7,
} // prettier-ignore

const time =
  '(?:(?<hour>\\d{1,2}):(?<minute>\\d{2})(?::(?<second>\\d{2})(?:[.,](?<part>\\d{1,9}))?)?\\s*(?<zone>[a-z]{1,3}|[+-]\\d{1,2}(?::?\\d{2})?)?(?:\\s*\\([^)]*\\))?)'
const forms = [
  // ISO 8601 and YAML 1.1 timestamps (https://yaml.org/type/timestamp.html), with - or / between the numbers.
  new RegExp(
    `^(?<year>\\d{4})(?<mark>[-/])(?<month>\\d{1,2})\\k<mark>(?<day>\\d{1,2})(?:(?:\\s*T|\\s+)${time})?$`,
    'i',
  ),
  // RFC 5322, 3.3 (and 2822 before it): `Thu, 12 Mar 2026 09:30:00 +0100`, or the date alone.
  new RegExp(
    `^(?:[a-z]{3,9},?\\s+)?(?<day>\\d{1,2})\\s+(?<name>[a-z]{3,9})\\.?,?\\s+(?<year>\\d{4})(?:,?\\s+${time})?$`,
    'i',
  ),
  /^(?<name>[a-z]{3,9})\.?\s+(?<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?<year>\d{4})$/i,
]

/**
 * Reads a date as people and tools write it, as ISO 8601: `2026-03-12`, or with a time `2026-03-12T09:30:00+01:00`.
 * A time without a zone is UTC, as in YAML's timestamps, so that it means the same on every machine.
 */
export function readDate(written: string): ReadDate {
  // Spaces are folded first: what backtracks over a long run of them takes quadratic time.
  const text = written.length > longest ? '' : written.trim().replace(/\s+/g, ' ')
  const parts = forms.map(form => form.exec(text)?.groups).find(groups => groups)
  if (!parts) return { fault: notADate(written) }
  const month = parts.name ? monthByName(parts.name) : Number(parts.month)
  if (month === undefined) return { fault: notADate(written) }
  const year = Number(parts.year)
  const day = Number(parts.day)
  if (month < 1 || month > 12)
    return { fault: `there is no month ${month}; a date is written 2026-03-12, year first` }
  const days = new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate()
  if (day < 1 || day > days) {
    return { fault: `there is no ${year}-${two(month)}-${two(day)}; that month has ${days} days` }
  }
  const date = `${parts.year}-${two(month)}-${two(day)}`
  if (parts.hour === undefined) return { date }
  const [hour, minute, second] = [Number(parts.hour), Number(parts.minute), Number(parts.second ?? 0)]
  const zone = readZone(parts.zone)
  if (zone === undefined || !(hour <= 23 && minute <= 59 && second <= 59)) {
    return { fault: `there is no such time of day as in "${written}"; write 2026-03-12T09:30:00+01:00 say` }
  }
  const part = Number(parts.part ?? 0) > 0 ? `.${parts.part}` : ''
  return { date: `${date}T${two(hour)}:${two(minute)}:${two(second)}${part}${zone}` }
}

const two = (value: number): string => String(value).padStart(2, '0')

const notADate = (written: string): string =>
  `expected a date such as 2026-03-12, found "${written.length > 40 ? `${written.slice(0, 40)}...` : written}"`

function monthByName(name: string): number | undefined {
  const index = months.indexOf(name.slice(0, 3).toLowerCase())
  return index < 0 ? undefined : index + 1
}

function readZone(zone: string | undefined): string | undefined {
  if (zone === undefined) return 'Z'
  const named = zones[zone.toLowerCase()]
  if (named !== undefined) return named === 0 ? 'Z' : `-${two(-named)}:00`
  const match = /^([+-])(\d{1,2})(?::?(\d{2}))?$/.exec(zone)
  if (!match) return undefined
  const [hours, minutes] = [Number(match[2]), Number(match[3] ?? 0)]
  if (hours > 14 || minutes > 59) return undefined
  return `${match[1]}${two(hours)}:${two(minutes)}`
}
