import type { Position } from 'unist'
import type { ArticleMeta } from '../article.js'
import type { Report } from '../messages.js'
import { closestWord } from './closest-word.js'
import { settledDirection } from './direction-controls.js'
import { eachText } from './each-text.js'
import {
  articleKeys,
  authorKeys,
  coverKeys,
  type KeyTable,
  type LeftKey,
  plainName,
  publishedAsDraft,
  sourceKeys,
  underOwnNames,
} from './front-matter-keys.js'
import { metaOf } from './front-matter-meta.js'
import { salvageYaml } from './front-matter-salvage.js'
import { salvageToml } from './front-matter-salvage-toml.js'
import { readToml } from './front-matter-toml.js'
import { articleValues, controls } from './front-matter-values.js'
import { byPlace, type Places } from './places.js'
import { checkValues, pathName } from './value-faults.js'
import { type Plain, type PlainMap, readYaml } from './yaml-places.js'

/** The block of front matter at the head of a file, as remark-frontmatter finds it. */
export interface FrontMatterBlock {
  readonly syntax: 'yaml' | 'toml'
  /** What stands between the fences. */
  readonly value: string
  /** The place of the block with its fences; `value` begins on its second line. */
  readonly position: Position
}

/** What stands for the keys that an article leaves out. */
export interface FrontMatterDefaults {
  /** The publication's language, BCP 47. */
  readonly lang: string
  /** The file's name without extension. */
  readonly slug: string
}

/** An article's front matter; the title may still be found in its first heading. */
export type FrontMatter = Omit<ArticleMeta, 'title'> & { readonly title?: string }

/**
 * Reads an article's front matter: keys and aliases to our own names, values checked, defaults filled in.
 * A block that does not parse is read as far as it can be. Nothing is thrown for what a writer wrote.
 *
 * @param block undefined where the file has none
 * @param keys is filled with the place of each value that is there, by our own name of its key
 */
export function readFrontMatter(
  block: FrontMatterBlock | undefined,
  defaults: FrontMatterDefaults,
  report: Report,
  keys: Record<string, Position> = {},
): FrontMatter {
  const findings: Parameters<Report>[] = []
  const gather: Report = (...finding) => {
    findings.push(finding)
  }
  const written = block && readBlock(block, gather)
  const left: LeftKey[] = []
  const values: PlainMap = written ? ownValues(written.value, written.places, left) : Object.create(null)
  const place = (path: readonly PropertyKey[]) => written?.places.at(values, path)?.value ?? block?.position
  const { data, faults } = checkValues(articleValues, values)
  for (const { path, reason } of faults) {
    gather('front-matter-value', `${pathName(path)}: ${reason}`, place(path))
  }
  for (const key of Object.keys(values)) {
    const found = written?.places.at(values, [key])?.value
    if (found) keys[key] = found
  }
  reportLeftKeys(left, gather)
  const meta = metaOf(data, defaults, values, place, gather)
  for (const finding of findings.sort(([, , a], [, , b]) => byPlace(a, b))) report(...finding)
  return meta
}

interface Written {
  readonly value: PlainMap
  readonly places: Places
}

const articleWords = Object.entries(articleKeys).flatMap(([key, aliases]) => [key, ...aliases])
const knownNames = new Set(articleWords.map(plainName))

function readBlock(block: FrontMatterBlock, report: Report): Written | undefined {
  const line = block.position.start.line + 1
  const yaml = block.syntax === 'yaml'
  const read = yaml ? readYaml(block.value, line, 'text') : readToml(block.value, line)
  const [repeated] = read.repeated
  if (repeated) {
    const names = [...new Set(read.repeated.map(({ reason }) => reason))]
    const taken = `There more than once: ${listed(names)}. The first was taken; take the others out.`
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
  const known = (key: string) => knownNames.has(plainName(key))
  const saved = yaml ? salvageYaml(block.value, line, known) : salvageToml(block.value, line)
  const names = Object.keys(saved.value)
  const kept =
    names.length > 0
      ? `These keys were read as far as they could be: ${listed(names)}`
      : 'No key could be read'
  report(
    'front-matter-syntax',
    `The front matter is not valid ${yaml ? 'YAML' : 'TOML'}: ${fault.reason}. ${kept}.`,
    fault.place,
  )
  warnOfControls(saved, report)
  return saved
}

const isMap = (value: Plain | undefined): value is PlainMap =>
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

/** The block's keys under our own names, in nested maps too. */
function ownValues(map: PlainMap, places: Places, left: LeftKey[]): PlainMap {
  const own = underOwnNames(publishedAsDraft(map, places), articleKeys, places, key => left.push(key))
  const nested = (holder: PlainMap | Plain[], key: string | number, table: KeyTable, name: string) => {
    const value = Array.isArray(holder) ? holder[Number(key)] : holder[key]
    if (!isMap(value)) return
    const renamed = underOwnNames(value, table, places, each =>
      left.push({ ...each, name: `${name}.${each.name}` }),
    )
    if (Array.isArray(holder)) holder[Number(key)] = renamed
    else holder[key] = renamed
  }
  nested(own, 'source', sourceKeys, 'source')
  nested(own, 'cover', coverKeys, 'cover')
  nested(own, 'authors', authorKeys, 'authors')
  const { authors } = own
  if (Array.isArray(authors))
    authors.forEach((_, index) => {
      nested(authors, index, authorKeys, `authors[${index}]`)
    })
  return own
}

/** A list for a message: no longer than a person reads. */
function listed(names: readonly string[]): string {
  const shown = names.slice(0, 12).map(name => (name.length > 40 ? `${name.slice(0, 40)}...` : name))
  return shown.join(', ') + (names.length > 12 ? ` and ${names.length - 12} more` : '')
}

function reportLeftKeys(left: readonly LeftKey[], report: Report): void {
  for (const { name, instead, place } of left) {
    if (instead)
      report(
        'front-matter-key',
        `"${name}" says what "${instead}" says too; "${instead}" was taken.`,
        place?.key,
      )
  }
  const unknown = left.filter(key => !key.instead)
  if (unknown.length === 0) return
  const named = unknown.map(({ name }) => {
    const meant = closestWord(name, articleWords)
    return meant ? `${name} (${meant}?)` : name
  })
  const first = unknown.find(key => key.place)?.place
  report('front-matter-key', `Not keys of Trifold, left alone: ${listed(named)}.`, first?.key)
}
