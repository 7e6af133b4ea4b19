import type { Rendering } from '../rendering.js'
import { longDate } from '../words.js'

/** Which issue this is, of what is known: "№ 14 · 20 March 2026". A series has its name where it is not the publication's. */
export function issueLine({ issue, publication }: Rendering): string {
  const { date, series } = issue.meta
  const number = issue.number
    ? `${series && series !== publication.name ? series : '№'} ${issue.number}`
    : undefined
  return [number, date ? longDate(date, issue.lang) : undefined].filter(Boolean).join(' · ')
}
