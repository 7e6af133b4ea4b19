import type { Position } from 'unist'
import type { Report } from '../messages.js'
import { settledDirection } from './direction-controls.js'
import { eachText } from './each-text.js'
import { plainName } from './front-matter-keys.js'
import { salvageYaml } from './front-matter-salvage.js'
import { salvageToml } from './front-matter-salvage-toml.js'
import { readToml } from './front-matter-toml.js'
import { controls } from './front-matter-values.js'
import type { Places } from './places.js'
import { pathName } from './value-faults.js'
import { type Plain, type PlainMap, readYaml } from './yaml-places.js'

/** The block of front matter at the head of a file, as remark-frontmatter finds it. */
export interface FrontMatterBlock {
  readonly syntax: 'yaml' | 'toml'
  /** What stands between the fences. */
  readonly value: string
  /** The place of the block with its fences; `value` begins on its second line. */
  readonly position: Position
}

/** Keys as a block of front matter: JSON is YAML (YAML 1.2.2, section 1.3), so the one reader serves both. */
export function keysAsBlock(keys: Readonly<Record<string, unknown>>): FrontMatterBlock | undefined {
  const value = JSON.stringify(keys)
  const start = { line: 1, column: 1, offset: 0 }
  return Object.keys(keys).length === 0
    ? undefined
    : {
        syntax: 'yaml',
        value,
        position: { start, end: { line: 2, column: value.length + 1, offset: value.length } },
      }
}

/** A block's keys as they are written. */
export interface WrittenKeys {
  readonly value: PlainMap
  readonly places: Places
}

/**
 * Reads a block's keys, as far as they can be read: undefined where it holds none.
 *
 * @param names the keys that it may hold; where the syntax is broken, they are looked for
 */
export function readBlock(
  block: FrontMatterBlock,
  names: readonly string[],
  report: Report,
): WrittenKeys | undefined {
  const line = block.position.start.line + 1
  const yaml = block.syntax === 'yaml'
  const read = yaml ? readYaml(block.value, line, 'text') : readToml(block.value, line)
  const [repeated] = read.repeated
  if (repeated) {
    const twice = [...new Set(read.repeated.map(({ reason }) => reason))]
    const taken = `There more than once: ${listed(twice)}. The first was taken; take the others out.`
    report('front-matter-syntax', taken, repeated.place)
  }
  const [fault] = read.syntax
  if (!fault) {
    for (const { reason, place } of read.unread) {
      report('front-matter-syntax', `Part of the front matter could not be read: ${reason}.`, place)
    }
    if (isMap(read.value)) {
      warnOfControls({ value: read.value, places: read.places }, report)
      return { value: read.value, places: read.places }
    }
    if (read.value === null) return undefined
    report(
      'front-matter-syntax',
      'The lines between the fences hold no keys and are left out; if they are text, put an empty line after the first fence.',
      block.position,
    )
    return undefined
  }
  const knownNames = new Set(names.map(plainName))
  const known = (key: string) => knownNames.has(plainName(key))
  const saved = yaml ? salvageYaml(block.value, line, known) : salvageToml(block.value, line)
  const found = Object.keys(saved.value)
  const kept =
    found.length > 0
      ? `These keys were read as far as they could be: ${listed(found)}`
      : 'No key could be read'
  report(
    'front-matter-syntax',
    `The front matter is not valid ${yaml ? 'YAML' : 'TOML'}: ${fault.reason}. ${kept}.`,
    fault.place,
  )
  warnOfControls(saved, report)
  return saved
}

export const isMap = (value: Plain | undefined): value is PlainMap =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function warnOfControls({ value, places }: { value: Plain; places: Places }, report: Report): void {
  eachText(value, (text, path) => {
    const place = () => places.at(value, path)?.value
    if (text.search(controls) >= 0)
      report('control-character', `${pathName(path)}: control characters were left out.`, place())
    if (settledDirection(text) !== text)
      report(
        'direction-control',
        `${pathName(path)}: characters that turn the direction of what follows were ended there or left out.`,
        place(),
      )
  })
}

/** A list for a message: no longer than a person reads. */
export function listed(names: readonly string[]): string {
  const shown = names.slice(0, 12).map(name => (name.length > 40 ? `${name.slice(0, 40)}...` : name))
  return shown.join(', ') + (names.length > 12 ? ` and ${names.length - 12} more` : '')
}
