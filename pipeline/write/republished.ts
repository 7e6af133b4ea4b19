import { basename } from 'node:path'
import type { Article, Format, Issue, Publication } from '../article.js'
import { licenceOf } from '../licence.js'

/** How something stands that a licence asks for. */
export type Standing = 'kept' | 'missing' | 'changed' | 'unproven'

/** What `report.json` says of an article from another publication: what was asked, and where it stands. */
export interface RepublishedArticle {
  /** Its file's name, without folders: the same wherever it is built from. */
  readonly file: string
  readonly title: string
  readonly source: { readonly name: string; readonly url?: string }
  readonly licence?: { readonly name: string; readonly url?: string }
  /** `unproven`: the article has no fingerprint to hold its words against. */
  readonly text: Standing
  readonly authors: readonly {
    readonly name: string
    readonly affiliation?: string
    readonly standing: Standing
  }[]
  /** Whether the original is named with its address, and the licence with its own. */
  readonly attribution: Standing
  readonly terms: Standing
  /** The publisher's counter, and which of the formats load it. */
  readonly counter?: { readonly url: string; readonly loadedBy: readonly Format[] }
  /** The addresses of pictures that were left out for want of rights. */
  readonly picturesLeftOut: readonly string[]
}

/** The record of each republished article of an issue. */
export const republishedIn = (
  { articles }: Issue,
  publication: Pick<Publication, 'email'>,
): readonly RepublishedArticle[] => articles.flatMap(article => recordOf(article, publication) ?? [])

function recordOf(
  { file, meta, isUnaltered, leftOut }: Article,
  { email }: Pick<Publication, 'email'>,
): RepublishedArticle | undefined {
  const { source, title, authors } = meta
  if (!source?.republished) return undefined
  const licence = licenceOf(meta)
  const { name, url, counter } = source
  return {
    file: basename(file),
    title,
    source: { name, ...(url === undefined ? {} : { url }) },
    ...(licence ? { licence } : {}),
    text: isUnaltered === undefined ? 'unproven' : isUnaltered ? 'kept' : 'changed',
    authors: authors.map(({ name, affiliation }) => ({
      name,
      ...(affiliation === undefined ? {} : { affiliation }),
      standing: affiliation === undefined ? 'missing' : 'kept',
    })),
    attribution: url === undefined ? 'missing' : 'kept',
    terms: licence?.url === undefined ? 'missing' : 'kept',
    ...(counter === undefined
      ? {}
      : { counter: { url: counter, loadedBy: email.counters ? ['email', 'web'] : ['web'] } }),
    picturesLeftOut: leftOut ?? [],
  }
}
