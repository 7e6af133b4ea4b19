const form = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d)?)(?:\.\d+)?\s*(Z|[+-]\d\d:?\d\d)?)?/i

/**
 * A date of a front matter as a moment (RFC 3339), a day from its beginning and a time without a zone in UTC; undefined for
 * what is no date.
 */
export function momentOf(date: string | undefined): string | undefined {
  const [, day, time = '00:00', zone = 'Z'] = form.exec(date ?? '') ?? []
  if (day === undefined) return undefined
  const moment = new Date(`${day}T${time}${zone}`)
  return Number.isNaN(moment.getTime()) ? undefined : shown(moment)
}

/** A moment without parts of a second. */
export const shown = (moment: Date): string => moment.toISOString().replace(/\.\d+Z$/, 'Z')
