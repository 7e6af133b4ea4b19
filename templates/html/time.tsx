import type { ElementContent } from 'hast'
import { longDate } from '../words.js'

// What a `time` may say of a day or a moment (HTML, 4.5.14).
const moment = /^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,3})?)?(?:Z|[+-]\d\d:\d\d)?)?$/

/** A date in words, for machines too where it is one. @param lang BCP 47 */
export function time(date: string, lang: string): ElementContent {
  const known = [date, date.slice(0, 10)].find(text => moment.test(text) && !Number.isNaN(Date.parse(text)))
  const words = longDate(date, lang)
  return known === undefined ? { type: 'text', value: words } : <time dateTime={known}>{words}</time>
}
