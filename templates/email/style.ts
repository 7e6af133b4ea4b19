import type { Direction } from '../../pipeline/article.js'
import type { Tokens } from '../tokens.js'

/** A CSS value: words as they are, a number in px. */
type Value = string | number | undefined

/** Declarations as the value of a `style` attribute; a number is in px, an undefined value is left out. */
export const css = (declarations: Readonly<Record<string, Value>>): string =>
  Object.entries(declarations)
    .filter(([, value]) => value !== undefined)
    .map(([property, value]) => `${property}:${lengths(value)}`)
    .join(';')

/** One to four lengths, px: `margin:0 0 18px`. */
export const box = (...lengthsInPx: number[]): string => lengthsInPx.map(lengths).join(' ')

const lengths = (value: Value): string =>
  typeof value === 'number' && value !== 0 ? `${value}px` : `${value}`

/**
 * The families an email asks for: nothing can be embedded in one, so what readers have. A family of plain words needs
 * no quotes (CSS Fonts 4, 2.1), which would be escaped in each style.
 */
export const families = (tokens: Tokens, face: 'body' | 'heading' | 'mono'): string =>
  tokens.fonts[face].fallback.replaceAll(', ', ',').replace(/'([a-z]+(?: [a-z]+)*)'/gi, '$1')

/** The side a line of text begins on. Email clients know no logical properties, so it is named. */
export const startOf = (direction: Direction): 'left' | 'right' => (direction === 'rtl' ? 'right' : 'left')

/** Four lengths given for left-to-right text (top, end, bottom, start), mirrored for right-to-left. */
export const mirrored = (
  direction: Direction,
  top: number,
  end: number,
  bottom: number,
  start: number,
): string => (direction === 'rtl' ? box(top, start, bottom, end) : box(top, end, bottom, start))
