import type { Reader } from './reader.js'
import { foldCase, readSegmentTokens, type SegmentFault, type SegmentToken } from './segment-tokens.js'
import { shown } from './shown.js'

/** Which readers get something, by what the list knows of them. */
export interface Segment {
  /** As it was written: `tag:members and lang:de`. */
  readonly source: string
  has(reader: Pick<Reader, 'tags' | 'attributes'>): boolean
}

type Test = Segment['has']

/** Characters of a segment at most. */
const longest = 1000
/** Brackets and `not` within one another at most. */
const deepest = 20

/** What a reader has that is neither a tag nor an attribute: a name for one of these would select nobody. */
const notAttributes = new Set(['email', 'name', 'state', 'since', 'consent'])

/**
 * Reads a segment: `tag:members`, `lang:de` or any attribute's `name:value`, joined by `and`, `or`, `not` and brackets.
 * `not` binds before `and`, `and` before `or`. A value with white space or brackets stands in quotation marks; a `*` at
 * its end makes it a beginning, and alone stands for any value. Upper and lower case are the same. `lang:de` has
 * `de-AT` as well (RFC 4647, 3.3.1).
 *
 * @param knownNames the attributes that readers have; where they are given, another name is a fault
 */
export function parseSegment(source: string, knownNames?: Iterable<string>): Segment | SegmentFault {
  if (source.length > longest) {
    return {
      fault: `Unexpected length of ${source.length} characters, expected at most ${longest}`,
      at: longest + 1,
    }
  }
  const tokens = readSegmentTokens(source)
  if ('fault' in tokens) return tokens
  const known = knownNames && new Set(['tag', 'lang', ...[...knownNames].map(foldCase)])
  const has = parseTokens(tokens, known)
  return 'fault' in has ? has : { source: source.trim(), has }
}

function parseTokens(
  tokens: readonly SegmentToken[],
  known: ReadonlySet<string> | undefined,
): Test | SegmentFault {
  let next = 0
  const peek = (): SegmentToken => tokens[next] ?? { kind: 'end', at: 1 }
  const isWord = (word: string): boolean => {
    const token = peek()
    return token.kind === 'word' && token.word === word
  }

  /** One or more of a kind, with a word between. */
  const joined = (
    word: 'and' | 'or',
    one: () => Test | SegmentFault,
    join: (tests: readonly Test[]) => Test,
  ): Test | SegmentFault => {
    const tests: Test[] = []
    do {
      if (tests.length > 0) next += 1
      const test = one()
      if ('fault' in test) return test
      tests.push(test)
    } while (isWord(word))
    const [only] = tests
    return tests.length === 1 && only ? only : join(tests)
  }
  const any = (depth: number): Test | SegmentFault =>
    joined(
      'or',
      () => all(depth),
      tests => reader => tests.some(test => test(reader)),
    )
  const all = (depth: number): Test | SegmentFault =>
    joined(
      'and',
      () => one(depth),
      tests => reader => tests.every(test => test(reader)),
    )
  const one = (depth: number): Test | SegmentFault => {
    const token = peek()
    if (depth > deepest) {
      return { fault: `Unexpected depth, expected at most ${deepest} brackets and nots`, at: token.at }
    }
    next += 1
    if (token.kind === 'condition') return condition(token, known)
    if (token.kind === 'word' && token.word === 'not') {
      const test = one(depth + 1)
      return 'fault' in test ? test : reader => !test(reader)
    }
    if (token.kind !== 'open') return unexpected(token, 'a condition such as tag:members')
    const test = any(depth + 1)
    if ('fault' in test) return test
    const close = peek()
    next += 1
    return close.kind === 'close'
      ? test
      : unexpected(close, `and, or, or the bracket that closes the one at ${token.at}`)
  }

  const test = any(0)
  if ('fault' in test) return test
  return peek().kind === 'end' ? test : unexpected(peek(), 'and, or, or the end')
}

function condition(
  { name, value, isPrefix, at }: Extract<SegmentToken, { kind: 'condition' }>,
  known: ReadonlySet<string> | undefined,
): Test | SegmentFault {
  if (notAttributes.has(name)) {
    return { fault: `Unexpected ${name}, expected tag, lang or another attribute`, at }
  }
  if (known && !known.has(name)) {
    return { fault: `Unexpected ${shown(name)}, expected ${listed([...known])}`, at }
  }
  const fits = isPrefix
    ? (each: string) => foldCase(each).startsWith(value) && each !== ''
    : (each: string) => foldCase(each) === value
  if (name === 'tag') return reader => reader.tags.some(fits)
  if (name !== 'lang') return reader => valuesOf(reader.attributes, name).some(fits)
  return reader =>
    valuesOf(reader.attributes, name).some(
      each => fits(each) || (!isPrefix && foldCase(each).startsWith(`${value}-`)),
    )
}

/** Own properties alone: an attribute may be called what every object has. */
const valuesOf = (attributes: Reader['attributes'], name: string): string[] =>
  Object.keys(attributes).flatMap(key => (foldCase(key) === name ? (attributes[key] ?? []) : []))

function unexpected(token: SegmentToken, expected: string): SegmentFault {
  const found =
    token.kind === 'end'
      ? 'end'
      : token.kind === 'word'
        ? shown(token.word)
        : token.kind === 'condition'
          ? shown(`${token.name}:`)
          : token.kind === 'open'
            ? '"("'
            : '")"'
  return { fault: `Unexpected ${found}, expected ${expected}`, at: token.at }
}

function listed(names: readonly string[]): string {
  const some = names.slice(0, 12).join(', ')
  return names.length > 12 ? `${some} or one of ${names.length - 12} others` : `one of ${some}`
}
