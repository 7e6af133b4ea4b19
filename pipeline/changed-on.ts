import type { ArticleMeta, Issue } from './article.js'

/**
 * When what the front matter is of was last changed, as written there: the latest of `updated` and the corrections, else
 * `date`; no earlier than `date` by a correction. Undefined where it has no date at all.
 */
export const changedOn = ({ date, updated, corrections = [] }: ArticleMeta): string | undefined =>
  latest([updated ?? date, ...corrections.map(correction => correction.date)])

/**
 * When an issue was last changed: as its own front matter says, or by a later `updated` or correction of one of its
 * articles; of an issue without a date, the latest of its articles'.
 */
export function issueChangedOn({ meta, articles }: Pick<Issue, 'meta' | 'articles'>): string | undefined {
  const own = changedOn(meta)
  const changes = articles.map(({ meta: { date: _, ...changed } }) => changedOn(changed))
  return own === undefined
    ? latest(articles.map(article => changedOn(article.meta)))
    : latest([own, ...changes])
}

/** The latest of dates; of two that are the same moment, the first. What is no date is passed over. */
function latest(dates: readonly (string | undefined)[]): string | undefined {
  const known = dates.flatMap(date => (date === undefined || Number.isNaN(Date.parse(date)) ? [] : [date]))
  const [first, ...more] = known
  return first === undefined
    ? undefined
    : more.reduce((last, date) => (Date.parse(date) > Date.parse(last) ? date : last), first)
}
