import type { Position } from 'unist'
import type { ArticleMeta } from '../article.js'
import type { Report } from '../messages.js'
import { closestWord } from './closest-word.js'
import { type FrontMatterBlock, isMap, listed, readBlock, type WrittenKeys } from './front-matter-block.js'
import {
  articleKeys,
  authorKeys,
  correctionKeys,
  coverKeys,
  type KeyTable,
  type LeftKey,
  publishedAsDraft,
  sourceKeys,
  underOwnNames,
} from './front-matter-keys.js'
import { metaOf } from './front-matter-meta.js'
import { articleValues } from './front-matter-values.js'
import { byPlace, type Places } from './places.js'
import { checkValues, pathName } from './value-faults.js'
import type { Plain, PlainMap } from './yaml-places.js'

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
  return inOrderOfPlace(report, gather =>
    frontMatterOf(block && readBlock(block, articleWords, gather), block?.position, defaults, gather, keys),
  )
}

/** Hands findings on in the order of their places, whatever order they were made in. */
export function inOrderOfPlace<Result>(report: Report, work: (gather: Report) => Result): Result {
  const findings: Parameters<Report>[] = []
  const result = work((...finding) => {
    findings.push(finding)
  })
  for (const finding of findings.sort(([, , a], [, , b]) => byPlace(a, b))) report(...finding)
  return result
}

/**
 * The same of keys that were read already.
 *
 * @param position what a finding without a place of its own is about
 */
export function frontMatterOf(
  written: WrittenKeys | undefined,
  position: Position | undefined,
  defaults: FrontMatterDefaults,
  report: Report,
  keys: Record<string, Position> = {},
): FrontMatter {
  const left: LeftKey[] = []
  const values: PlainMap = written ? ownValues(written.value, written.places, left) : Object.create(null)
  const place = (path: readonly PropertyKey[]) => written?.places.at(values, path)?.value ?? position
  const { data, faults } = checkValues(articleValues, values)
  for (const { path, reason } of faults) {
    report('front-matter-value', `${pathName(path)}: ${reason}`, place(path))
  }
  for (const key of Object.keys(values)) {
    const found = written?.places.at(values, [key])?.value
    if (found) keys[key] = found
  }
  reportLeftKeys(left, report)
  return metaOf(data, defaults, values, place, report)
}

const articleWords = Object.entries(articleKeys).flatMap(([key, aliases]) => [key, ...aliases])

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
  for (const [key, table] of [
    ['authors', authorKeys],
    ['corrections', correctionKeys],
  ] as const) {
    nested(own, key, table, key)
    const list = own[key]
    if (!Array.isArray(list)) continue
    list.forEach((_, index) => {
      nested(list, index, table, `${key}[${index}]`)
    })
  }
  return own
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
