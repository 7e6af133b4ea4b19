/** One operator of a content stream with its operands, as a range of the source. */
export interface Operator {
  readonly name: string
  /** Where its first operand begins. */
  readonly start: number
  /** Behind its name. */
  readonly end: number
}

/** A content stream that cannot be read as a plain sequence of operators. */
export class UnreadableContent extends Error {
  override readonly name = 'UnreadableContent'
}

const isSpace = flags('\0\t\n\f\r ')
const isDelimiter = flags('()<>[]{}/%')
const isHex = flags('0123456789ABCDEFabcdef\0\t\n\f\r ')
const literals = new Set(['true', 'false', 'null'])

/**
 * The operators of a content stream, in order (ISO 32000-1, sections 7.2 and 7.8.2). `source` holds one
 * byte a character (latin1).
 *
 * @throws {UnreadableContent} on an inline image, whose data cannot be told from operators, or on a string,
 *   array or dictionary without its end. Chromium writes neither.
 */
export function readOperators(source: string): readonly Operator[] {
  if (source !== last?.source) last = { source, operators: operatorsOf(source) }
  return last.operators
}

/** What was read last: one pass over a stream after another reads the same, where the one before left it as it was. */
let last: { readonly source: string; readonly operators: readonly Operator[] } | undefined

function operatorsOf(source: string): Operator[] {
  const operators: Operator[] = []
  let at = 0
  let start = -1
  let depth = 0
  while (at < source.length) {
    const code = source.charCodeAt(at)
    if (isSpace[code]) {
      at++
      continue
    }
    const begin = at
    const character = source[at]
    if (character === '%') {
      at = endOfComment(source, at)
      continue
    }
    if (start < 0) start = begin
    if (character === '(') at = endOfLiteral(source, at)
    else if (character === '<' && source[at + 1] !== '<') at = endOfHex(source, at)
    else if (character === '<' || character === '[') {
      depth++
      at += character === '<' ? 2 : 1
    } else if (character === '>' || character === ']') {
      depth--
      at += character === '>' ? 2 : 1
    } else if (character === '/') at = endOfRegular(source, at + 1)
    else {
      at = endOfRegular(source, at)
      if (at === begin) throw new UnreadableContent(`Unexpected '${character}' in a content stream`)
      if (depth > 0 || isNumber(code)) continue
      const name = source.slice(begin, at)
      if (literals.has(name)) continue
      if (name === 'BI') throw new UnreadableContent('An inline image in a content stream')
      operators.push({ name, start, end: at })
      start = -1
    }
    if (depth < 0) throw new UnreadableContent('An end without a beginning in a content stream')
  }
  if (depth > 0 || start >= 0) throw new UnreadableContent('A content stream that ends midway')
  return operators
}

/** The bytes of every string among an operator's operands, hexadecimal or literal, in order. */
export function stringOperands(source: string, operator: Operator): string[] {
  const strings: string[] = []
  let at = operator.start
  while (at < operator.end) {
    const character = source[at]
    if (character === '(') {
      const end = endOfLiteral(source, at)
      strings.push(literalBytes(source.slice(at + 1, end - 1)))
      at = end
    } else if (character === '<') {
      const end = endOfHex(source, at)
      strings.push(hexBytes(source.slice(at + 1, end - 1)))
      at = end
    } else at++
  }
  return strings
}

function flags(characters: string): Uint8Array {
  const table = new Uint8Array(256)
  for (const character of characters) table[character.charCodeAt(0)] = 1
  return table
}

/** Whether a token that begins so is a number: a digit, sign or point. */
function isNumber(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || code === 0x2b || code === 0x2d || code === 0x2e
}

function endOfRegular(source: string, from: number): number {
  let at = from
  while (at < source.length) {
    const code = source.charCodeAt(at)
    if (isSpace[code] || isDelimiter[code]) break
    at++
  }
  return at
}

function endOfComment(source: string, from: number): number {
  let at = from
  while (at < source.length && source[at] !== '\n' && source[at] !== '\r') at++
  return at
}

function endOfHex(source: string, from: number): number {
  let at = from + 1
  while (isHex[source.charCodeAt(at)]) at++
  if (source[at] !== '>') throw new UnreadableContent('A hexadecimal string without its end')
  return at + 1
}

function endOfLiteral(source: string, from: number): number {
  let depth = 0
  for (let at = from; at < source.length; at++) {
    const character = source[at]
    if (character === '\\') at++
    else if (character === '(') depth++
    else if (character === ')' && --depth === 0) return at + 1
  }
  throw new UnreadableContent('A string without its end')
}

function hexBytes(digits: string): string {
  const packed = hasSpace.test(digits) ? digits.replace(/[\0\s]+/g, '') : digits
  let bytes = ''
  // A last digit on its own counts as if a 0 followed (section 7.3.4.3).
  for (let at = 0; at < packed.length; at += 2)
    bytes += String.fromCharCode(Number.parseInt(packed.slice(at, at + 2).padEnd(2, '0'), 16))
  return bytes
}

const hasSpace = /[\0\s]/

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }

function literalBytes(text: string): string {
  return text.replace(/\\(?:([0-7]{1,3})|(\r\n|[\s\S]))/g, (_, octal?: string, other = '') => {
    if (octal) return String.fromCharCode(Number.parseInt(octal, 8) & 0xff)
    if (/^[\r\n]/.test(other)) return ''
    return escapes[other] ?? other
  })
}
