import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Pair,
  parse,
  parseDocument,
  type Scalar,
  type YAMLMap,
} from 'yaml'
import type { TokenValue } from './token-changes.js'

/** A key cannot be set without touching something else. The message says why, as the end of a sentence. */
export class CannotSet extends Error {
  override name = 'CannotSet'
}

/** A span of the text, and what comes in its place. */
interface Edit {
  readonly at: number
  readonly length: number
  readonly text: string
}

/** What is to be kept of a file's ways. */
interface Ways {
  readonly text: string
  readonly lineEnd: string
  /** Spaces from a key to those below it. */
  readonly step: number
}

/**
 * Sets one key of a YAML text, and keeps every other byte. A key that is there gets its value in place, with the quotes
 * that it has; one that is not comes after the last of its map, one at the top after all.
 *
 * @param text without a byte order mark
 * @param path from the root
 * @throws {CannotSet}
 */
export function setInYaml(text: string, path: readonly string[], value: TokenValue): string {
  const document = parseDocument(text, { keepSourceTokens: true, prettyErrors: false, logLevel: 'silent' })
  const [error] = document.errors
  if (error) throw new CannotSet(`the file is not valid YAML: ${error.message}`)
  const ways: Ways = {
    text,
    lineEnd: /\r?\n/.exec(text)?.[0] ?? '\n',
    step: stepOf(document.contents, text) ?? 2,
  }
  const edits = editsFor(document, path, value, ways)
  return [...edits]
    .sort((a, b) => b.at - a.at)
    .reduce((done, { at, length, text }) => done.slice(0, at) + text + done.slice(at + length), text)
}

function editsFor(document: Document, path: readonly string[], value: TokenValue, ways: Ways): Edit[] {
  const { contents: root, range } = document
  // What follows the mark of a document's end (YAML 1.2.2, 9.1.4) is no part of it.
  const from = range?.[1] ?? ways.text.length
  const mark = ways.text.slice(from).search(/^\.\.\.(?:\s|$)/m)
  const end = mark < 0 ? ways.text.length : from + mark
  if (root === null || isEmpty(root)) return [atEnd(end, blockOf(path, value, 0, ways), ways)]
  if (!isMap(root)) throw new CannotSet('the file is not a map of keys')
  const [first = ''] = path
  if (root.flow || pairOf(root, first)) return setIn(root, path, value, ways)
  const column = columnOf(startOf(root.items[0]), ways.text)
  const last = root.items.at(-1)
  const isApart = /\n\r?\n[^\s#]/.test(ways.text) && last !== undefined && !endsLine(endOf(last), ways.text)
  return [atEnd(end, blockOf(path, value, column, ways), ways, isApart)]
}

/** Lines at the end of the document, with an empty one before them where the file parts its keys so. */
function atEnd(end: number, block: string, { text, lineEnd }: Ways, isApart = false): Edit {
  const before = text.slice(0, end)
  const gap = isApart && !/\n\r?\n$/.test(before) ? lineEnd : ''
  const isLineStart = before === '' || before.endsWith('\n')
  return { at: end, length: 0, text: isLineStart ? gap + block + lineEnd : lineEnd + gap + block }
}

function setIn(map: YAMLMap, path: readonly string[], value: TokenValue, ways: Ways): Edit[] {
  const [key = '', ...rest] = path
  const pair = pairOf(map, key)
  if (!pair) return [added(map, path, value, ways)]
  const held = pair.value
  if (isAlias(held)) throw new CannotSet(`\`${key}\` is an alias, *${held.source}`)
  if ((isMap(held) || isScalar(held) || isSeq(held)) && held.anchor)
    throw new CannotSet(`\`${key}\` has an anchor, &${held.anchor}, by which others may have its value`)
  if ((isMap(held) || isScalar(held) || isSeq(held)) && held.tag)
    throw new CannotSet(`\`${key}\` has a tag, ${held.tag}`)
  if (held === null || held === undefined || isEmpty(held)) return [filled(map, pair, rest, value, ways)]
  if (isScalar(held) && (rest.length === 0 || held.value === null)) {
    if (held.type?.startsWith('BLOCK')) throw new CannotSet(`\`${key}\` is a text of several lines`)
    const text = rest.length === 0 ? written(value, held) : inline(rest, value, usesJson(map))
    return [replaced(held, text)]
  }
  if (isMap(held) && rest.length > 0) return setIn(held, rest, value, ways)
  if (isSeq(held) && rest.length === 0 && Array.isArray(value) && held.items.length === value.length) {
    return held.items.map((item, at) => {
      if (!isScalar(item) || item.anchor || item.tag)
        throw new CannotSet(`\`${key}\` is a list of other than numbers`)
      return replaced(item, String(value[at]))
    })
  }
  throw new CannotSet(`\`${key}\` is not of the kind that is expected there`)
}

/** A key that has no value yet. */
function filled(map: YAMLMap, pair: Pair, rest: readonly string[], value: TokenValue, ways: Ways): Edit {
  const colon = colonOf(pair)
  const at = colon ?? keyEnd(pair)
  const lead = colon === undefined ? ': ' : ' '
  if (map.flow || rest.length === 0) return { at, length: 0, text: lead + inline(rest, value, usesJson(map)) }
  const column = columnOf(startOf(pair), ways.text) + ways.step
  return { at: lineEndAt(at, ways.text), length: 0, text: ways.lineEnd + blockOf(rest, value, column, ways) }
}

/** A key that is not there, after the last of its map. */
function added(map: YAMLMap, path: readonly string[], value: TokenValue, ways: Ways): Edit {
  const { text, lineEnd } = ways
  const last = map.items.at(-1)
  if (map.flow) {
    const own = inline(path, value, usesJson(map)).slice(2, -2)
    if (last) return { at: endOf(last), length: 0, text: `, ${own}` }
    const [from = 0, to = 0] = map.range ?? []
    const inside = text.slice(from + 1, to - 1)
    if (inside.trim()) throw new CannotSet('a map in braces holds nothing but a comment')
    return { at: from + 1, length: 0, text: ` ${own}${inside === '' ? ' ' : ''}` }
  }
  if (!last) throw new CannotSet('a map holds nothing')
  const block = blockOf(path, value, columnOf(startOf(map.items[0]), text), ways)
  const end = endOf(last)
  if (endsLine(end, text)) return { at: end, length: 0, text: block + lineEnd }
  return { at: lineEndAt(end, text), length: 0, text: lineEnd + block }
}

const pairOf = (map: YAMLMap, key: string): Pair | undefined =>
  map.items.find(pair => isScalar(pair.key) && (pair.key.source ?? String(pair.key.value)) === key)

/** Whether a value is left out, which yaml has as a scalar of no length. */
const isEmpty = (node: unknown): boolean =>
  isScalar(node) && !node.anchor && !node.tag && node.range?.[0] === node.range?.[1] && node.source === ''

const startOf = (pair: Pair | undefined): number =>
  (isScalar(pair?.key) ? pair.key.range?.[0] : undefined) ?? 0

const keyEnd = ({ key }: Pair): number => (isScalar(key) ? key.range?.[1] : undefined) ?? 0

/** Where the colon of a key ends. */
function colonOf({ srcToken }: Pair): number | undefined {
  const sign = srcToken?.sep?.find(({ type }) => type === 'map-value-ind')
  return sign && sign.offset + 1
}

/** Where the last sign of a key and all below it ends: comments after it are not its own. */
function endOf(pair: Pair): number {
  const { value } = pair
  if (value === null || value === undefined || isEmpty(value)) return colonOf(pair) ?? keyEnd(pair)
  return endOfNode(value) ?? keyEnd(pair)
}

function endOfNode(node: unknown): number | undefined {
  if (isMap(node) && !node.flow) {
    const last = node.items.at(-1)
    return last && endOf(last)
  }
  if (isSeq(node) && !node.flow) return endOfNode(node.items.at(-1)) ?? node.range?.[1]
  return isMap(node) || isSeq(node) || isScalar(node) || isAlias(node) ? node.range?.[1] : undefined
}

const endsLine = (at: number, text: string): boolean => text[at - 1] === '\n'

/** Where the line ends on which a place is, before its break. */
function lineEndAt(at: number, text: string): number {
  const found = text.slice(at).search(/\r?\n/)
  return found < 0 ? text.length : at + found
}

const columnOf = (at: number, text: string): number => at - (text.lastIndexOf('\n', at - 1) + 1)

/** How far the first keys that stand below another are from it. */
function stepOf(node: unknown, text: string): number | undefined {
  if (!isMap(node) || node.flow) return undefined
  for (const pair of node.items) {
    if (isMap(pair.value) && !pair.value.flow && pair.value.items.length > 0)
      return columnOf(startOf(pair.value.items[0]), text) - columnOf(startOf(pair), text)
  }
  return undefined
}

function replaced({ range }: Scalar, text: string): Edit {
  const [from = 0, to = 0] = range ?? []
  return { at: from, length: to - from, text }
}

/** Whether a map is written as JSON has it. */
const usesJson = (map: YAMLMap): boolean =>
  map.flow === true && isScalar(map.items[0]?.key) && map.items[0].key.type === 'QUOTE_DOUBLE'

/** A value in braces for each key above it. */
function inline(path: readonly string[], value: TokenValue, isJson: boolean): string {
  const own = isJson && typeof value === 'string' ? JSON.stringify(value) : written(value)
  return path.reduceRight((text, key) => `{ ${isJson ? JSON.stringify(key) : key}: ${text} }`, own)
}

/** A value on a line of its own, below a line for each key above it. */
const blockOf = (
  path: readonly string[],
  value: TokenValue,
  column: number,
  { step, lineEnd }: Ways,
): string =>
  path
    .map((key, depth) => {
      const own = depth === path.length - 1 ? ` ${written(value)}` : ''
      return `${' '.repeat(column + depth * step)}${key}:${own}`
    })
    .join(lineEnd)

function written(value: TokenValue, like?: Scalar): string {
  if (typeof value !== 'string') return Array.isArray(value) ? `[${value.join(', ')}]` : String(value)
  if (like?.type === 'QUOTE_SINGLE') return `'${value.replaceAll("'", "''")}'`
  const mayBePlain = like === undefined || like.type === 'PLAIN'
  return mayBePlain && isPlain(value) ? value : JSON.stringify(value)
}

const isPlain = (value: string): boolean =>
  /^\p{L}(?:[\p{L}\p{N} _-]*[\p{L}\p{N}])?$/u.test(value) && parse(value) === value
