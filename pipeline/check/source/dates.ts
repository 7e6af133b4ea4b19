import type { IssueRule, MetaRule } from './source-rule.js'

/** An article is changed and corrected after it was published, not before. */
export const dateOrder: MetaRule = ({ meta, places }, report) => {
  const { date, updated, corrections = [] } = meta
  if (date === undefined) return
  if (updated !== undefined && isBefore(updated, date))
    report(
      'date-order',
      `Unexpected \`updated: ${updated}\` before \`date: ${date}\`, expected a later day; is one of them mistyped?`,
      places?.updated,
    )
  for (const correction of corrections) {
    if (isBefore(correction.date, date))
      report(
        'date-order',
        `Unexpected correction of ${correction.date} before \`date: ${date}\`, expected a later day; is one of them mistyped?`,
        places?.corrections,
      )
  }
}

/** The articles of an issue are no newer than the issue. No clock is asked: only its own date is held against theirs. */
export const dateAfterIssue: IssueRule = ({ issue, reportFor }) => {
  const { date: issued } = issue.meta
  for (const article of issue.articles) {
    const { date } = article.meta
    if (article.meta === issue.meta || issued === undefined || date === undefined) continue
    if (isBefore(issued, date))
      reportFor(article)(
        'date-after-issue',
        `Unexpected \`date: ${date}\` after that of the issue, ${issued}; is one of them mistyped?`,
        article.places?.date,
      )
  }
}

/** Times are compared where both have one; else the days as they are written, whatever the zone. */
function isBefore(one: string, other: string): boolean {
  const bothTimes = one.includes('T') && other.includes('T')
  return bothTimes ? Date.parse(one) < Date.parse(other) : one.slice(0, 10) < other.slice(0, 10)
}
