import type { Position } from 'unist'
import { Places } from './places.js'
import { type Plain, type PlainMap, readYaml } from './yaml-places.js'

/** What could be read of a block that its parser refuses. */
export interface Salvaged {
  readonly value: PlainMap
  readonly places: Places
}

interface Row {
  readonly text: string
  readonly line: number
}

/** Deeper than this, what is left is text. */
const deepest = 5
/** Lines that a quoted value may run over. */
const longestQuote = 100
const keyAt = /^( *)(["']?)([\p{L}_][\p{L}\p{N} _.-]{0,60}?)\2[ \t]*:(?:[ \t]+(.*)|())$/u
const crampedKey = /^( *)()([\p{L}_][\p{L}\p{N}_-]*):(?!\/\/)(\S.*)$/u

/**
 * Reads what it can of YAML that does not parse: key by key, each by the parser where it is sound by itself, and as
 * the text after its colon where it is not. A fault in one key so costs none of the others.
 *
 * @param line the line of the file on which the text begins, from 1
 * @param known tells a key of ours from words that happen to have a colon after them
 */
export function salvageYaml(text: string, line: number, known: (key: string) => boolean): Salvaged {
  const places = new Places()
  const rows = text.split(/\r\n|\r|\n/).map(
    (row, index): Row => ({
      text: row.replace(/^[ \t]+/, space => space.replaceAll('\t', '  ')),
      line: line + index,
    }),
  )
  const value = salvageMap(rows, 0)
  return { value, places }

  function salvageMap(mapRows: readonly Row[], depth: number): PlainMap {
    const map: PlainMap = Object.create(null)
    for (const entry of entries(mapRows, known)) {
      const sound = readYaml(join(entry.rows), entry.rows[0]?.line ?? line, 'text', places)
      const read = sound.syntax.length === 0 && isMap(sound.value) ? Object.keys(sound.value) : []
      const [only, another] = read
      if (Object.hasOwn(map, only ?? entry.key)) continue
      const place =
        only !== undefined && another === undefined && isMap(sound.value) && places.get(sound.value, only)
      if (only !== undefined && place && isMap(sound.value)) {
        map[only] = sound.value[only] ?? null
        places.set(map, only, place)
        continue
      }
      map[entry.key] = salvageValue(entry.first, entry.rows.slice(1), depth)
      places.set(map, entry.key, { key: rowPlace(entry.rows[0]), value: rowPlace(entry.rows[0]) })
    }
    return map
  }

  function salvageValue(first: string, rest: readonly Row[], depth: number): Plain {
    if (first.trim() !== '' || depth >= deepest) return unquoted([first, ...rest.map(row => row.text)])
    const lines = rest.filter(row => row.text.trim() !== '')
    const [head] = lines
    if (!head) return null
    if (/^ *-(?: |$)/.test(head.text)) return salvageList(lines, depth + 1)
    if (keyAt.test(head.text)) return salvageMap(lines, depth + 1)
    return unquoted(lines.map(row => row.text))
  }

  function salvageList(rowsOfList: readonly Row[], depth: number): Plain {
    const indent = indentOf(rowsOfList[0])
    const items: Row[][] = []
    for (const row of rowsOfList) {
      const begins = indentOf(row) === indent && /^ *-(?: |$)/.test(row.text)
      if (begins) items.push([{ ...row, text: row.text.replace('-', ' ') }])
      else items.at(-1)?.push(row)
    }
    const list: Plain[] = []
    for (const item of items) {
      const sound = readYaml(join(item), item[0]?.line ?? line, 'text', places)
      places.set(list, list.length, { key: rowPlace(item[0]), value: rowPlace(item[0]) })
      if (sound.syntax.length === 0) list.push(sound.value)
      else list.push(salvageValue('', item, depth))
    }
    return list
  }
}

const isMap = (value: Plain): value is PlainMap =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const join = (rows: readonly Row[]): string => rows.map(row => row.text).join('\n')

const indentOf = (row: Row | undefined): number => (row ? row.text.length - row.text.trimStart().length : 0)

const rowPlace = (row: Row | undefined): Position => ({
  start: { line: row?.line ?? 1, column: 1 + indentOf(row) },
  end: { line: row?.line ?? 1, column: 1 + (row?.text.length ?? 0) },
})

interface Entry {
  readonly key: string
  /** What stands after the colon. */
  readonly first: string
  readonly rows: Row[]
}

function entries(rows: readonly Row[], known: (key: string) => boolean): Entry[] {
  const found: Entry[] = []
  const indent = indentOf(rows.find(row => keyOf(row, known)))
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index] as Row
    const key = indentOf(row) <= indent ? keyOf(row, known) : undefined
    if (!key) {
      found.at(-1)?.rows.push(row)
      continue
    }
    const entry: Entry = { ...key, rows: [row] }
    found.push(entry)
    // A quoted value may run over lines that look like anything, so its end is sought first.
    const end = quoteEnd(key.first, rows, index, known)
    entry.rows.push(...rows.slice(index + 1, end + 1))
    index = end
  }
  return found
}

function keyOf(row: Row, known: (key: string) => boolean): { key: string; first: string } | undefined {
  const match = keyAt.exec(row.text) ?? crampedKey.exec(row.text)
  if (!match) return undefined
  const key = match[3] ?? ''
  if (/\s/.test(key) || !keyAt.test(row.text)) return known(key) ? { key, first: match[4] ?? '' } : undefined
  return { key, first: match[4] ?? '' }
}

/** The row on which the quoted value that begins in row `from` ends; that row itself where it is never closed. */
function quoteEnd(
  first: string,
  rows: readonly Row[],
  from: number,
  known: (key: string) => boolean,
): number {
  const quote = first[0]
  if (quote !== '"' && quote !== "'") return from
  if (closingQuote(first.slice(1), quote) !== undefined || first.slice(1).includes(`${quote} `)) return from
  for (let index = from + 1; index < Math.min(rows.length, from + longestQuote); index++) {
    const row = rows[index] as Row
    const key = keyOf(row, known)
    if (key && known(key.key)) return from
    if (closingQuote(row.text, quote) !== undefined && row.text.split(quote).length % 2 === 0) return index
  }
  return from
}

/** Where the quote that ends a value stands; undefined where none does. A comment may follow it. */
function closingQuote(text: string, quote: string): number | undefined {
  const at = text.lastIndexOf(quote)
  if (at < 0 || !/^\s*(?:$|#)/.test(text.slice(at + 1))) return undefined
  const escaped = quote === '"' && /(?:^|[^\\])(?:\\\\)*\\$/.test(text.slice(Math.max(0, at - 20), at))
  return escaped ? undefined : at
}

function unquoted(lines: readonly string[]): string {
  const text = lines
    .map(line => line.trim())
    .filter(line => line !== '')
    .join('\n')
    .replace(/^[|>][+-]?\d?\n/, '')
  const [quote] = text
  if (quote !== '"' && quote !== "'") {
    const comment = lines.length > 1 ? -1 : text.search(/\s#/)
    return comment < 0 ? text : text.slice(0, comment)
  }
  const inner = text.slice(1, (closingQuote(text.slice(1), quote) ?? text.length) + 1)
  return quote === '"'
    ? inner.replace(/\\(["\\/])/g, '$1').replaceAll('\\n', '\n')
    : inner.replaceAll("''", "'")
}
