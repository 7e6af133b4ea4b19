import { writersNamed } from '../html/people.js'
import type { Rendering } from '../rendering.js'
import { listed, longDate } from '../words.js'

/** What a cover says. */
export interface CoverWords {
  readonly publication: string
  readonly number?: string
  readonly title: string
  /** The subtitle, else the standfirst. */
  readonly under?: string
  readonly names?: string
  readonly date?: { readonly iso: string; readonly shown: string }
}

/** What the cover of an issue says, each thing once. */
export function coverWords({ issue, publication }: Rendering): CoverWords {
  const { meta } = issue
  const people = writersNamed(issue)
  const number = issue.number
  const under = issue.subtitle ?? meta.standfirst
  return {
    publication: publication.name,
    title: issue.title,
    ...(number ? { number } : {}),
    ...(under ? { under } : {}),
    ...(people.length > 0 ? { names: listed(people, issue.lang) } : {}),
    ...(meta.date ? { date: { iso: meta.date, shown: longDate(meta.date, issue.lang) } } : {}),
  }
}

/** A text of a cover. */
export type CoverText = keyof CoverWords

/** Each text of a cover, as it is set. */
export function coverTexts(rendering: Rendering): Partial<Readonly<Record<CoverText, string>>> {
  const { date, ...words } = coverWords(rendering)
  return { ...words, ...(date ? { date: date.shown } : {}) }
}

/** A rendering whose cover is without some of its texts. The title stays. */
export function withoutTexts(rendering: Rendering, without: ReadonlySet<CoverText>): Rendering {
  if (without.size === 0) return rendering
  const { publication, issue } = rendering
  const { subtitle, number, ...rest } = issue
  const { standfirst, date, ...meta } = issue.meta
  const [first, ...more] = issue.articles.map(article =>
    without.has('names') ? { ...article, meta: { ...article.meta, authors: [] } } : article,
  )
  return {
    ...rendering,
    publication: { ...publication, name: without.has('publication') ? '' : publication.name },
    issue: {
      ...rest,
      ...(subtitle && !without.has('under') ? { subtitle } : {}),
      ...(number && !without.has('number') ? { number } : {}),
      meta: {
        ...meta,
        ...(standfirst && !without.has('under') ? { standfirst } : {}),
        ...(date && !without.has('date') ? { date } : {}),
      },
      articles: [first ?? issue.articles[0], ...more],
    },
  }
}
