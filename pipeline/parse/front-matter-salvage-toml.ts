import type { Position } from 'unist'
import type { Salvaged } from './front-matter-salvage.js'
import { readToml } from './front-matter-toml.js'
import { Places } from './places.js'
import type { Plain, PlainMap } from './yaml-places.js'

const setting = /^\s*(["']?)([\w-]+)\1\s*=\s*(.*)$/
const header = /^\s*(\[\[?)\s*([\w-]+)\s*\]\]?\s*(?:#.*)?$/

/**
 * Reads what it can of TOML that does not parse: setting by setting, each by the parser where it is sound by itself,
 * and as the text after its `=` where it is not.
 *
 * @param line the line of the file on which the text begins, from 1
 */
export function salvageToml(text: string, line: number): Salvaged {
  const places = new Places()
  const root: PlainMap = Object.create(null)
  let holder = root
  const rows = text.split(/\r\n|\n/)
  for (let index = 0; index < rows.length; ) {
    const first = rows[index] ?? ''
    let end = index + 1
    while (end < rows.length && !setting.test(rows[end] ?? '') && !header.test(rows[end] ?? '')) end++
    const position: Position = {
      start: { line: line + index, column: 1 },
      end: { line: line + index, column: first.length + 1 },
    }
    const place = { key: position, value: position }
    const table = header.exec(first)
    const set = setting.exec(first)
    if (table) {
      const name = table[2] ?? ''
      holder = openTable(root, name, table[1] === '[[')
      if (!places.get(root, name)) places.set(root, name, place)
    } else if (set && !Object.hasOwn(holder, set[2] ?? '')) {
      const name = set[2] ?? ''
      const chunk = rows.slice(index, end).join('\n')
      const sound = readToml(chunk, line + index)
      holder[name] = isMap(sound.value)
        ? (sound.value[name] ?? null)
        : unquoted(set[3] ?? '', rows.slice(index + 1, end))
      places.set(holder, name, place)
    }
    index = end
  }
  return { value: root, places }
}

const isMap = (value: Plain | undefined): value is PlainMap =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function openTable(root: PlainMap, name: string, inList: boolean): PlainMap {
  const found = root[name]
  if (!inList && isMap(found)) return found
  const table: PlainMap = Object.create(null)
  if (inList && Array.isArray(found)) found.push(table)
  else root[name] = inList ? [table] : table
  return table
}

function unquoted(first: string, rest: readonly string[]): string {
  const text = [first, ...rest]
    .map(row => row.trim())
    .filter(row => row !== '')
    .join('\n')
  return text.replace(/^("""|'''|"|')/, '').replace(/("""|'''|"|')$/, '')
}
