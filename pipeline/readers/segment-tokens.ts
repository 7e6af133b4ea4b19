import { shown } from './shown.js'

/** A piece of a segment as it was written. */
export type SegmentToken =
  | { readonly kind: 'word'; readonly word: 'and' | 'or' | 'not'; readonly at: number }
  | { readonly kind: 'open' | 'close' | 'end'; readonly at: number }
  | {
      readonly kind: 'condition'
      /** Lower case. */
      readonly name: string
      /** Lower case, without quotes and without the sign of a beginning. */
      readonly value: string
      /** Whether any value that begins so will do. */
      readonly isPrefix: boolean
      readonly at: number
    }

/** Where a segment cannot be read, and what was expected there. */
export interface SegmentFault {
  readonly fault: string
  /** The column, from 1. */
  readonly at: number
}

/** What stands for a name or a keyword, up to a colon, white space or a bracket. */
const wordPattern = /[^\s:()"]+/uy
/** As a merge tag is named. */
const namePattern = /^[\p{L}_][\p{L}\p{N}_.-]*$/u
/** A value in quotes, where a backslash makes the sign after it part of it, or one without white space and brackets. */
const valuePattern = /"((?:[^"\\]|\\.)*)"(\*?)|([^\s()"]+)/suy

/** Divides a segment into its pieces; the last is its end. */
export function readSegmentTokens(source: string): readonly SegmentToken[] | SegmentFault {
  const tokens: SegmentToken[] = []
  let index = 0
  for (;;) {
    while (/\s/.test(source.charAt(index))) index += 1
    const at = index + 1
    const sign = source.charAt(index)
    if (sign === '') return [...tokens, { kind: 'end', at }]
    if (sign === '(' || sign === ')') {
      tokens.push({ kind: sign === '(' ? 'open' : 'close', at })
      index += 1
      continue
    }
    const token = readCondition(source, index)
    if ('fault' in token) return token
    tokens.push(token.token)
    index = token.end
  }
}

function readCondition(
  source: string,
  index: number,
): { readonly token: SegmentToken; readonly end: number } | SegmentFault {
  const word = matchAt(wordPattern, source, index)?.[0] ?? ''
  const lower = word.toLowerCase()
  const after = index + word.length
  if (source.charAt(after) !== ':') {
    if (lower === 'and' || lower === 'or' || lower === 'not') {
      return { token: { kind: 'word', word: lower, at: index + 1 }, end: after }
    }
    return {
      fault: `Unexpected ${shown(word || source.charAt(index))}, expected a condition such as tag:members`,
      at: index + 1,
    }
  }
  if (!namePattern.test(word)) {
    return {
      fault: `Unexpected ${shown(word)} before a colon, expected a name such as tag or lang`,
      at: index + 1,
    }
  }
  const [value, quoted, star, bare] = matchAt(valuePattern, source, after + 1) ?? []
  if (value === undefined) {
    return source.charAt(after + 1) === '"'
      ? { fault: 'Unexpected end, expected a quotation mark that closes this one', at: after + 2 }
      : {
          fault: `Unexpected end of ${shown(`${word}:`)}, expected a value right after the colon`,
          at: after + 2,
        }
  }
  const isPrefix = star === '*' || (bare?.endsWith('*') ?? false)
  const written = quoted?.replace(/\\(.)/gsu, '$1') ?? (isPrefix ? bare?.slice(0, -1) : bare) ?? ''
  if (written === '' && !isPrefix) {
    return {
      fault: `Unexpected empty value, expected one; not ${word}:* is for readers without any`,
      at: after + 2,
    }
  }
  return {
    token: {
      kind: 'condition',
      name: foldCase(word),
      value: foldCase(written),
      isPrefix,
      at: index + 1,
    },
    end: after + 1 + value.length,
  }
}

function matchAt(pattern: RegExp, source: string, index: number): RegExpExecArray | null {
  pattern.lastIndex = index
  return pattern.exec(source)
}

/** A text as it is compared: upper case and lower case, composed and decomposed letters are the same. */
export const foldCase = (text: string): string => text.normalize('NFC').toLowerCase()
