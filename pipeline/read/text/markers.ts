import type { Line } from './lines.js'

/** A sign at a line's beginning that makes an item of it. */
export interface Marker {
  /** As it stands there, with the space behind it. */
  readonly written: string
  /** A dash is an item's sign after a colon only: dialogue begins with one too. */
  readonly sort: 'bullet' | 'dash' | 'number' | 'letter'
  /** Of a number or letter, from 1. */
  readonly count: number
}

const bullet = /^(?:[•◦▪▫‣⁃∙·●○■□▢▣◆◇➤➢►▶▸✓✔☐☑※*+-])\s+(?=\S)|^[•●■▪◆※・·](?=[\p{L}\p{N}])/u
/** Mail programs write a small o for a bullet, set in; at the margin it is a word of Spanish and Polish. */
const hollow = /^o\s+(?=\S)/
const dash = /^[–—]\s+(?=\S)/u
const number =
  /^[(（]?(\p{Nd}{1,3})(?:[.)．）]\s+|[、）](?=\S)|[.．](?=[\p{Script=Han}\p{Script=Hiragana}]))(?=\S)/u
const letter = /^[(（]?([a-z])[)）]\s+(?=\S)/u

/** The marker of a line, where it has one. */
export function markerOf({ text, indent }: Pick<Line, 'text' | 'indent'>): Marker | undefined {
  const start = text.slice(0, 12)
  const counted = number.exec(start)
  if (counted?.[1]) return { written: counted[0], sort: 'number', count: asNumber(counted[1]) }
  const lettered = letter.exec(start)
  if (lettered?.[1]) return { written: lettered[0], sort: 'letter', count: lettered[1].charCodeAt(0) - 96 }
  const signed = bullet.exec(start) ?? (indent > 0 ? hollow.exec(start) : null)
  if (signed) return { written: signed[0], sort: 'bullet', count: 0 }
  const dashed = dash.exec(start)
  return dashed ? { written: dashed[0], sort: 'dash', count: 0 } : undefined
}

/** A number in the digits of any script. */
export function asNumber(digits: string): number {
  return Number([...digits].map(asciiDigit).join(''))
}

/** Decimal digits stand ten in a row in Unicode (stability policy, decimal digits), zero first. */
export function asciiDigit(digit: string): string {
  if (/[0-9]/.test(digit)) return digit
  const code = digit.codePointAt(0) ?? 0
  let zero = code
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero--
  return String(code - zero)
}
