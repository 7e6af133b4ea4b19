import type { Report } from '../../messages.js'
import { frontMatterOf } from '../../parse/front-matter.js'
import type { ParsedSource } from '../../parse/parse.js'
import { Places } from '../../parse/places.js'
import type { Plain, PlainMap } from '../../parse/yaml-places.js'
import type { ArticleHead } from './meta/article-head.js'
import type { PageAuthor } from './meta/authors.js'
import type { PageMeta } from './meta/page-meta.js'
import type { Republished } from './meta/republished.js'

/** What was found on a page for the front matter. */
export interface Found {
  readonly page: PageMeta
  readonly head: ArticleHead
  readonly from: Republished | undefined
  /** Undefined where the text's first heading is the title. */
  readonly title: string | undefined
}

interface Defaults {
  readonly lang: string
  readonly slug: string
}

/** Front matter of what a page says, read as if a writer had written it: each value is checked, whoever it is from. */
export function pageFrontMatter(
  found: Found,
  defaults: Defaults,
  report: Report,
): ParsedSource['frontMatter'] {
  const { page, head, from, title } = found
  const keys = mapOf({
    title: title ?? null,
    description: head.description,
    authors: authorsOf(head.authors, from?.authors ?? []).map(author => mapOf({ ...author })),
    date: head.date,
    updated: page.updated === head.date ? '' : page.updated,
    lang: page.lang,
    dir: page.dir,
    cover: head.cover ? mapOf({ ...head.cover }, ['alt']) : null,
    tags: [...page.tags],
    license: from ? '' : page.license,
    doi: page.doi,
    canonical_url: from?.url || page.url,
    source: sourceOf(page, from),
  })
  return frontMatterOf({ value: keys, places: new Places() }, undefined, defaults, report)
}

function sourceOf(page: PageMeta, from: Republished | undefined): Plain {
  if (from) {
    const { name, url, license, counter } = from
    if (name || url)
      return mapOf({
        name,
        url,
        license: license === 'CC' ? 'Creative Commons' : license,
        counter,
        republished: 'true',
      })
  }
  return page.site && page.url ? mapOf({ name: page.site, url: page.url, license: page.license }) : null
}

/** The lines of a republished article know more of its authors than the page's metadata. */
function authorsOf(said: readonly PageAuthor[], lines: readonly PageAuthor[]): PageAuthor[] {
  if (lines.length === 0) return [...said]
  return lines.map(author => ({ ...said.find(({ name }) => name === author.name), ...author }))
}

/** Keys with their values, without those that have none. @param empty keys that may be empty */
function mapOf(values: Record<string, Plain>, empty: readonly string[] = []): PlainMap {
  const map: PlainMap = Object.create(null)
  for (const [key, value] of Object.entries(values)) {
    const isEmpty =
      value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
    if (!isEmpty || (empty.includes(key) && value === '')) map[key] = value
  }
  return map
}
