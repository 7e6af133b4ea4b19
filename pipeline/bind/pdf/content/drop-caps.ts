import type { StreamFonts } from './fonts.js'
import { type Operator, readOperators, stringOperands } from './operators.js'

/** So many times larger than what follows it within one mark, a letter is the first of a text. */
const larger = 1.8

/** A first letter with the quote before it. */
const letterGlyphs = 2

/** What moves to the next glyph or shows it: anything else ends a word for us. */
const plain = new Set(['Td', 'Tj'])

/**
 * Joins a first letter of several lines with the rest of its word: programs that read text by its place on the page take
 * two sizes for two words. The letter's text is the whole word, and that of the rest is empty (ISO 32000-1, 14.9.4).
 */
export function joinDropCaps(source: string, textOf: StreamFonts['textOf']): string {
  if (!/ET\s+BT/.test(source)) return source
  const operators = readOperators(source)
  const kept: string[] = []
  let copied = 0
  const wrap = (first: Operator, last: Operator, text: string) => {
    kept.push(source.slice(copied, first.start), `/Span <</ActualText <FEFF${utf16(text)}>>> BDC\n`)
    kept.push(source.slice(first.start, last.end), '\nEMC')
    copied = last.end
  }
  for (const [index, begin] of operators.entries()) {
    if (begin.name !== 'BT' || begin.start < copied) continue
    const letter = shownAt(source, operators, index, textOf, () => true, letterGlyphs)
    if (letter?.end?.name !== 'ET' || operators[letter.next]?.name !== 'BT') continue
    const rest = shownAt(source, operators, letter.next, textOf, text => /^[\p{L}\p{M}’']+$/u.test(text))
    if (!rest || letter.size < larger * rest.size || !/^\P{L}?\p{Lu}$/u.test(letter.text)) continue
    // A ligature's text is marked already; a word with one stays as it is.
    if (rest.text === '' || rest.end?.name === 'BDC') continue
    wrap(letter.first, letter.last, letter.text + rest.text)
    wrap(rest.first, rest.last, '')
  }
  return kept.join('') + source.slice(copied)
}

interface Shown {
  readonly size: number
  readonly text: string
  readonly first: Operator
  readonly last: Operator
  /** The operator that ended it, and the index behind that. */
  readonly end: Operator | undefined
  readonly next: number
}

/** What a text object shows from its beginning, as long as `goesOn`; nothing where that is more than so many glyphs. */
function shownAt(
  source: string,
  operators: readonly Operator[],
  begin: number,
  textOf: StreamFonts['textOf'],
  goesOn: (text: string) => boolean,
  most = Number.POSITIVE_INFINITY,
): Shown | undefined {
  const [setFont, place] = [operators[begin + 1], operators[begin + 2]]
  if (setFont?.name !== 'Tf' || place?.name !== 'Tm') return undefined
  const [, font = '', size] = /\/(\S+)\s+([\d.]+)/.exec(source.slice(setFont.start, setFont.end)) ?? []
  let text = ''
  let first: Operator | undefined
  let last: Operator | undefined
  let at = begin + 3
  for (; plain.has(operators[at]?.name ?? ''); at++) {
    const operator = operators[at] as Operator
    if (operator.name === 'Td') continue
    const shown = textOf(font, stringOperands(source, operator).join(''))
    if (shown === undefined || !goesOn(shown)) break
    if (--most < 0) return undefined
    text += shown
    first ??= operator
    last = operator
  }
  if (!first || !last) return undefined
  return { size: Number(size), text, first, last, end: operators[at], next: at + 1 }
}

const utf16 = (text: string): string => Buffer.from(text, 'utf16le').swap16().toString('hex').toUpperCase()
