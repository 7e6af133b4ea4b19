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
