import { asciiDigit } from './markers.js'

/** A date as it stands in a line. */
export interface FoundDate {
  /** ISO 8601; undefined where day and month cannot be told apart. */
  readonly iso: string | undefined
  /** As it is written there. */
  readonly written: string
}

const locales = 'en de es fr it pt nl sv da nb fi pl cs ru uk ar ar-SY fa hi tr id'.split(' ')

/** The names of months of many languages, by CLDR: long and short, alone and in a date. */
const months: ReadonlyMap<string, number> = monthNames()

function monthNames(): Map<string, number> {
  const names = new Map<string, number>()
  for (const locale of locales) {
    for (const month of ['long', 'short'] as const) {
      for (const options of [{ month }, { month, day: 'numeric' as const }]) {
        const format = new Intl.DateTimeFormat(`${locale}-u-ca-gregory`, { ...options, timeZone: 'UTC' })
        for (let index = 0; index < 12; index++) {
          const parts = format.formatToParts(new Date(Date.UTC(2024, index, 15)))
          const name = parts.find(part => part.type === 'month')?.value
          const key = name && normal(name)
          if (key && /\p{L}{3}/u.test(key) && !names.has(key)) names.set(key, index + 1)
        }
      }
    }
  }
  return names
}

function normal(name: string): string {
  return name.toLowerCase().replace(/\.$/, '').normalize('NFC')
}

const dayFirst =
  /(?<!\p{N})(\d{1,2})(?:st|nd|rd|th|\.|º|er)?\s+(?:de\s+)?([\p{L}\p{M}]{3,20}\.?(?: [\p{L}\p{M}]{3,20})?),?\s+(?:de[l]?\s+)?(\d{4})(?!\p{N})/u
const monthFirst = /(?<!\p{L})([\p{L}\p{M}]{3,20})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?!\p{N})/u
const isoForm = /(?<!\p{N})(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\p{N})/u
const eastern = /(\d{4})\s?年\s?(\d{1,2})\s?月\s?(\d{1,2})\s?日/u
const numeric = /(?<!\p{N})(\d{1,2})([./])(\d{1,2})\2(\d{4})(?!\p{N})/u

/** The date in a short line, in any of the languages whose months are known. */
export function dateIn(line: string): FoundDate | undefined {
  if (line.length > 160) return undefined
  const text = line.replace(/\p{Nd}/gu, asciiDigit)
  if (!/\d{4}/.test(text)) return undefined
  const named = dayFirst.exec(text)
  const month = named?.[2] === undefined ? undefined : monthNamed(named[2])
  if (named && month) return found(line, text, named[0], named[3], month, named[1])
  const english = monthFirst.exec(text)
  const first = english?.[1] === undefined ? undefined : months.get(normal(english[1]))
  if (english && first) return found(line, text, english[0], english[3], first, english[2])
  const numbers = isoForm.exec(text) ?? eastern.exec(text)
  if (numbers) return found(line, text, numbers[0], numbers[1], Number(numbers[2]), numbers[3])
  const doubtful = numeric.exec(text)
  if (!doubtful) return undefined
  const [whole, one = '', mark, two = '', year] = doubtful
  // With full stops it is day before month wherever it is written so; with strokes only a day above twelve tells.
  const isDayFirst = mark === '.' || Number(one) > 12
  const isMonthFirst = mark === '/' && Number(two) > 12
  if (!isDayFirst && !isMonthFirst) return { iso: undefined, written: written(line, text, whole) }
  return isDayFirst
    ? found(line, text, whole, year, Number(two), one)
    : found(line, text, whole, year, Number(one), two)
}

function monthNamed(words: string): number | undefined {
  return months.get(normal(words)) ?? months.get(normal(words.split(' ')[0] ?? ''))
}

function found(
  line: string,
  text: string,
  whole: string,
  year: string | undefined,
  month: number,
  day: string | undefined,
): FoundDate | undefined {
  const two = (value: number) => String(value).padStart(2, '0')
  const days = new Date(Date.UTC(Number(year), month, 0)).getUTCDate()
  if (month < 1 || month > 12 || Number(day) < 1 || Number(day) > days) return undefined
  return { iso: `${year}-${two(month)}-${two(Number(day))}`, written: written(line, text, whole) }
}

/** The same piece of the line with its own digits, which are as many. */
function written(line: string, text: string, whole: string): string {
  const start = text.indexOf(whole)
  return line.length === text.length ? line.slice(start, start + whole.length) : whole
}

/** Whether a line is a date with little else: a day of the week, an hour, a place, `Published`. */
export function hasDate(line: string): boolean {
  const date = dateIn(line)
  if (!date) return false
  const rest = line.replace(date.written, ' ').trim()
  return rest.length <= 40 && !/[.!?。؟।]$/u.test(rest) && rest.split(/\s+/).length <= 6
}

const updated =
  /(?<!\p{L})(?:(?:last )?(?:updated|modified)|aktualisiert|actualizad[oa]|atualizado|aggiornato|mis à jour|обновлено|تحديث|अपडेट)(?!\p{L})|更新/iu

/** Whether a line with a date says that the text was changed then; one that says both says when it was published. */
export const saysUpdated = (line: string): boolean =>
  updated.test(line) && !/published|posted|publi[cé]|veröffentlicht|发布/i.test(line)
