import { UsageError } from '../exit.js'

/**
 * A time that a person writes: `2026-12-01 08:00`, by the clock of this machine, or with a zone, `2026-12-01T08:00Z`.
 *
 * @param now as milliseconds since 1970; what is before is refused
 * @returns milliseconds since 1970
 * @throws UsageError
 */
export function readTime(written: string, now: number): number {
  const [, date = '', time = '', zone = ''] =
    /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2})?)(Z|[+-]\d{2}:?\d{2})?$/i.exec(written.trim()) ?? []
  const at = Date.parse(`${date}T${time}${zone}`)
  // Date makes of the 30th of February the 2nd of March.
  const day = Date.parse(`${date}T00:00Z`)
  if (Number.isNaN(at) || Number.isNaN(day) || !new Date(day).toISOString().startsWith(date))
    throw new UsageError(`--at: expected a date and a time such as "2026-12-01 08:00", found "${written}"`)
  if (at < now) throw new UsageError(`--at: ${writeTime(at)} is over`)
  return at
}

/** A time by the clock of this machine, with its zone. */
export const writeTime = (at: number): string =>
  new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' }).format(at) +
  ` ${new Intl.DateTimeFormat('en-GB', { timeZoneName: 'short' }).formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? ''}`
