import type { Place, Places } from './places.js'
import type { Plain, PlainMap } from './yaml-places.js'

/** The names of the keys that a map may hold: each key of ours, with the aliases that other tools give it, in order. */
export type KeyTable = Readonly<Record<string, readonly string[]>>

/** The keys of an article's front matter. Case, `-`, `_` and camelCase make no difference in any of them. */
export const articleKeys = {
  title: [],
  subtitle: [],
  sort_title: ['title_sort', 'title_file_as'],
  authors: ['author', 'creator'],
  date: ['pubdate', 'published', 'published_at', 'publish_date'],
  updated: ['date_modified', 'lastmod'],
  corrections: ['correction', 'errata'],
  lang: ['language'],
  dir: [],
  description: ['standfirst', 'custom_excerpt', 'summary', 'abstract', 'excerpt'],
  cover: ['cover_image', 'feature_image', 'thumbnail', 'image'],
  cover_alt: ['cover_image_alt', 'feature_image_alt', 'thumbnail_alt', 'image_alt'],
  cover_caption: ['cover_image_caption', 'feature_image_caption', 'thumbnail_caption', 'image_caption'],
  tags: ['keywords'],
  license: ['licence'],
  rights: ['copyright'],
  publisher: [],
  identifier: [],
  isbn: [],
  issn: [],
  doi: [],
  series: ['belongs_to_collection'],
  number: ['group_position', 'volume', 'issue'],
  slug: [],
  draft: [],
  toc: [],
  canonical_url: [],
  subject: ['email_subject'],
  preheader: ['preview'],
  source: [],
} as const satisfies KeyTable

/** The keys of one author. */
export const authorKeys = {
  name: [],
  sortName: ['sort_as', 'file_as'],
  role: ['roles'],
  affiliation: ['affiliations'],
  disclosure: [],
  bio: [],
  email: [],
  url: [],
  orcid: [],
  portrait: ['image', 'photo', 'avatar', 'picture'],
} as const satisfies KeyTable

/** The keys of one correction. */
export const correctionKeys = {
  date: [],
  text: ['correction', 'note'],
} as const satisfies KeyTable

/** The keys of where a republished article first appeared. */
export const sourceKeys = {
  name: [],
  url: [],
  license: ['licence'],
  licenseUrl: ['licenceUrl'],
  logo: [],
  counter: [],
  pictures: [],
  republished: [],
  verbatim: [],
  fingerprint: [],
} as const satisfies KeyTable

/** The keys of a cover that is written as a map. */
export const coverKeys = {
  src: ['url', 'image', 'path'],
  alt: [],
  caption: [],
  rights: [],
  whole: [],
} as const satisfies KeyTable

/** A key of a document that was not taken. */
export interface LeftKey {
  /** As it is written. */
  readonly name: string
  /** The key that was taken in its stead, as written; undefined where the key is none of the table. */
  readonly instead?: string
  readonly place: Place | undefined
}

/** A key's name as it is compared: case, `-`, `_` and spaces make no difference. */
export const plainName = (name: string): string => name.toLowerCase().replace(/[-_\s]/g, '')

/**
 * The map with every key under the table's own name, and what has no value left out. Of several aliases the first in
 * the table is taken; of several spellings of one, the first in the file.
 *
 * @param places gets the places of the new map's keys
 * @param left gets the keys that were not taken
 */
export function underOwnNames(
  map: PlainMap,
  table: KeyTable,
  places: Places,
  left: (key: LeftKey) => void,
): PlainMap {
  const own: PlainMap = Object.create(null)
  const rest = new Map<string, string[]>()
  for (const written of Object.keys(map)) {
    const name = plainName(written)
    rest.set(name, [...(rest.get(name) ?? []), written])
  }
  for (const [key, aliases] of Object.entries(table)) {
    const candidates: string[] = []
    for (const alias of [key, ...aliases]) {
      const name = plainName(alias)
      candidates.push(...(rest.get(name) ?? []))
      rest.delete(name)
    }
    const filled = candidates.filter(name => !isEmpty(map[name]))
    const [taken, ...others] = filled
    if (taken === undefined) continue
    own[key] = map[taken] ?? null
    const place = places.get(map, taken)
    if (place) places.set(own, key, place)
    for (const name of others) {
      if (map[name] !== map[taken]) left({ name, instead: taken, place: places.get(map, name) })
    }
  }
  for (const names of rest.values()) {
    for (const name of names) left({ name, place: places.get(map, name) })
  }
  return own
}

/** Jekyll's `published` is no date but a flag, and false keeps an article back; here it becomes `draft`. */
export function publishedAsDraft(map: PlainMap, places: Places): PlainMap {
  const flag = Object.keys(map).find(
    key => plainName(key) === 'published' && /^(?:true|false)$/i.test(String(map[key])),
  )
  if (flag === undefined) return map
  const changed: PlainMap = Object.create(null)
  const drafted = Object.keys(map).some(key => plainName(key) === 'draft')
  for (const [key, value] of Object.entries(map)) {
    if (key === flag && drafted) continue
    const name = key === flag ? 'draft' : key
    changed[name] = key === flag ? String(!/^true$/i.test(String(value))) : value
    const place = places.get(map, key)
    if (place) places.set(changed, name, place)
  }
  return changed
}

const isEmpty = (value: Plain | undefined): boolean => value === null || value === undefined
