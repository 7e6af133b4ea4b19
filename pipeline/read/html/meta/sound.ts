import { readDate } from '../../../parse/front-matter-date.js'
import { readLanguage } from '../../../parse/language-tag.js'

/** Whether a date is one that front matter takes. */
export const isDate = (value: string): boolean => 'date' in readDate(value)

/** Whether a language is one that front matter takes. */
export const isLanguage = (value: string): boolean => 'lang' in readLanguage(value)

/** Whether an address is of a page on the web. */
export function isAddress(value: string): boolean {
  if (!/^https?:\/\//i.test(value) || value.length > 2000 || !URL.canParse(value)) return false
  const { hostname } = new URL(value)
  return hostname.includes('.') && !/\s/.test(value)
}
