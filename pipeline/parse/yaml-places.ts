import type { Position } from 'unist'
import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  type Range,
  type YAMLError,
} from 'yaml'
import { Places } from './places.js'

/** What a document of keys holds, once it is read: text, lists and maps, and in a config numbers and booleans. */
export type Plain = string | number | boolean | null | Plain[] | PlainMap
/** A map of keys. It has no prototype, so that a key named `__proto__` is a key like any other. */
export type PlainMap = { [key: string]: Plain }

/** Something about a document that is not as it should be. */
export interface Fault {
  readonly reason: string
  readonly place: Position
}

/** A document of keys, read. */
export interface PlacedDocument {
  readonly value: Plain
  readonly places: Places
  /** What is wrong by the rules of the syntax. With any, `value` may be other than was meant. */
  readonly syntax: readonly Fault[]
  /** What is valid and was not read all the same: aliases without an anchor, values without end. */
  readonly unread: readonly Fault[]
  /** Keys that are there twice; the first was kept. */
  readonly repeated: readonly Fault[]
}

/** How scalars are read: `text` keeps each as it is written, `1.10` and `007` too; `core` is YAML 1.2's core schema. */
export type Scalars = 'text' | 'core'

/** More values than any front matter or config has; anchors that multiply ("billion laughs") stop here. */
const mostValues = 50_000
const tooMany = `it has more than ${mostValues} values; what is over is left out`
/** Deeper than any key of ours lies. */
const deepest = 24

/** YAML's own words for what writers trip over say little to someone who writes articles. */
const reasons: Readonly<Partial<Record<YAMLError['code'], string>>> = {
  BLOCK_AS_IMPLICIT_KEY: 'a value with a colon and a space in it needs quotes around it',
  BAD_SCALAR_START: 'a value that begins with @ or ` needs quotes around it',
  TAB_AS_INDENT: 'a line is indented with a tab, where YAML takes spaces only',
  MISSING_CHAR: 'a quote, comma or bracket is missing, or stands inside a quoted value',
  BAD_INDENT: 'a line is not indented as the ones around it',
  UNEXPECTED_TOKEN: 'something stands where no value can go; quotes around the value may help',
  MULTILINE_IMPLICIT_KEY: 'a key is not followed by a colon on its own line',
}

/**
 * Reads YAML, and keeps the place of every key and value.
 *
 * @param text the YAML alone
 * @param line the line of the file on which the text begins, from 1
 * @param places gets the places; a new record by default
 */
export function readYaml(
  text: string,
  line: number,
  scalars: Scalars,
  places = new Places(),
): PlacedDocument {
  const lines = new LineCounter()
  const point = (offset: number) => {
    const { line: row, col } = lines.linePos(Math.min(offset, text.length))
    return { line: row + line - 1, column: col }
  }
  const position = (from: number, to: number): Position => ({ start: point(from), end: point(to) })
  const document = parseDocument(text, {
    schema: scalars === 'text' ? 'failsafe' : 'core',
    lineCounter: lines,
    prettyErrors: false,
    logLevel: 'silent',
    // yaml compares every key with every other; the walk below finds repeated keys in one go.
    uniqueKeys: false,
  })
  const repeated: Fault[] = []
  const unread: Fault[] = []
  const syntax = document.errors.map(
    (error): Fault => ({ reason: reasons[error.code] ?? error.message, place: position(...error.pos) }),
  )
  const anchors = new Map<string, { value: Plain; size: number } | undefined>()
  let values = 0

  const range = (node: Node | null | undefined, otherwise: number): Position => {
    const [from, to] = (node?.range ?? [otherwise, otherwise, otherwise]) as Range
    return position(from, to)
  }
  const refuse = (node: Node, reason: string): null => {
    if (!unread.some(fault => fault.reason === reason)) unread.push({ reason, place: range(node, 0) })
    return null
  }

  function read(node: Node | null | undefined, depth: number): Plain {
    if (!node) return null
    if (++values > mostValues) return refuse(node, tooMany)
    if (depth > deepest) return refuse(node, `values lie more than ${deepest} deep; those are not read`)
    if (isAlias(node)) {
      const anchored = anchors.get(node.source)
      if (!anchored) return refuse(node, `the alias *${node.source} has no anchor before it, or is inside it`)
      if (values + anchored.size > mostValues) return refuse(node, tooMany)
      values += anchored.size
      return anchored.value
    }
    const anchor = (isScalar(node) || isMap(node) || isSeq(node)) && node.anchor
    if (anchor) anchors.set(anchor, undefined)
    const before = values
    const value = readPlain(node, depth)
    if (anchor) anchors.set(anchor, { value, size: values - before })
    return value
  }

  function readPlain(node: Node, depth: number): Plain {
    if (isScalar(node)) return readScalar(node.value, node.source, node.type === 'PLAIN')
    if (isSeq(node)) {
      const list: Plain[] = []
      for (const item of node.items as (Node | null)[]) {
        const place = range(item, node.range?.[0] ?? 0)
        places.set(list, list.length, { key: place, value: place })
        list.push(read(item, depth + 1))
      }
      return list
    }
    const map: PlainMap = Object.create(null)
    if (!isMap(node)) return map
    for (const pair of node.items) {
      const key = pair.key as Node | null
      const name = isScalar(key) ? (key.source ?? String(key.value)) : null
      if (name === null) {
        refuse(key ?? node, 'a key is not text')
        continue
      }
      const keyPlace = range(key, node.range?.[0] ?? 0)
      const child = pair.value as Node | null
      if (Object.hasOwn(map, name)) {
        repeated.push({ reason: name, place: keyPlace })
        continue
      }
      const empty = isScalar(child) && child.range?.[0] === child.range?.[1]
      places.set(map, name, { key: keyPlace, value: child && !empty ? range(child, 0) : keyPlace })
      map[name] = read(child, depth + 1)
    }
    return map
  }

  const value = read(document.contents as Node | null, 0)
  return { value, places, syntax, unread, repeated }

  function readScalar(value: unknown, source: string | undefined, unquoted: boolean): Plain {
    if (unquoted && /^(?:~|null|Null|NULL|)$/.test(source ?? '')) return null
    if (typeof value === 'string') return value
    if (scalars === 'core' && (typeof value === 'number' || typeof value === 'boolean')) return value
    // A tag of YAML's own (`!!binary`) made something else of it; what was written is kept.
    return source ?? String(value)
  }
}
