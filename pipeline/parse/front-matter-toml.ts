import { parse, TomlDate, TomlError } from 'smol-toml'
import type { Position } from 'unist'
import { Places } from './places.js'
import type { Fault, PlacedDocument, Plain, PlainMap } from './yaml-places.js'

/**
 * Reads TOML (`+++`), every value as text. The parser tells no places, so a key's is the line that sets it.
 *
 * @param line the line of the file on which the text begins, from 1
 */
export function readToml(text: string, line: number): PlacedDocument {
  const rows = text.split(/\r\n|\n/)
  const places = new Places()
  const syntax: Fault[] = []
  let value: Plain = null
  try {
    value = plain(parse(text), 0)
    placeKeys(rows, line, value as PlainMap, places)
  } catch (error) {
    if (!(error instanceof TomlError) && !(error instanceof RangeError)) throw error
    const at = error instanceof TomlError ? error : { line: 1, column: 1 }
    const point = { line: line + at.line - 1, column: at.column }
    const [reason = ''] = error.message.replace(/^Invalid TOML document: /, '').split('\n')
    syntax.push({ reason, place: { start: point, end: point } })
  }
  return { value, places, syntax, unread: [], repeated: [] }
}

function plain(value: unknown, depth: number): Plain {
  if (depth > 24) return null
  if (value instanceof TomlDate) return value.toISOString()
  if (Array.isArray(value)) return value.map(item => plain(item, depth + 1))
  if (typeof value === 'object' && value !== null) {
    const map: PlainMap = Object.create(null)
    for (const [key, item] of Object.entries(value)) map[key] = plain(item, depth + 1)
    return map
  }
  return String(value)
}

const header = /^\s*(\[\[?)\s*([\w.-]+)\s*\]\]?\s*(?:#.*)?$/
const setting = /^\s*(?:"([^"]+)"|'([^']+)'|([\w-]+))\s*=/

function placeKeys(rows: readonly string[], line: number, root: PlainMap, places: Places): void {
  let holder: Plain | undefined = root
  const row = (index: number): Position => ({
    start: { line: line + index, column: 1 },
    end: { line: line + index, column: (rows[index]?.length ?? 0) + 1 },
  })
  const items = new Map<string, number>()
  rows.forEach((text, index) => {
    const table = header.exec(text)
    if (table) {
      const [, open, name = ''] = table
      const item = (items.get(name) ?? -1) + 1
      if (open === '[[') items.set(name, item)
      const found = root[name]
      if (!places.get(root, name)) places.set(root, name, { key: row(index), value: row(index) })
      holder = open === '[[' && Array.isArray(found) ? found[item] : found
      if (Array.isArray(found)) places.set(found, item, { key: row(index), value: row(index) })
      return
    }
    const match = setting.exec(text)
    const name = match?.[1] ?? match?.[2] ?? match?.[3]
    if (name === undefined || typeof holder !== 'object' || holder === null || Array.isArray(holder)) return
    if (Object.hasOwn(holder, name) && !places.get(holder, name)) {
      places.set(holder, name, { key: row(index), value: row(index) })
    }
  })
}
