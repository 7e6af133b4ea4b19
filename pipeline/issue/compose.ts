import type { Article, ArticleMeta, Issue } from '../article.js'
import { issueChangedOn } from '../changed-on.js'
import type { Report } from '../messages.js'

/** The date that files carry when nothing gives another: it has to be some date, and always the same. */
export const fixedDate = new Date('2000-01-01T00:00:00Z')

/** An issue of one article, which says of itself what is said of the whole. */
export const composeIssue = (
  article: Article,
  env: Readonly<Record<string, string | undefined>>,
  report: Report,
): Issue => composeCollection(article.meta, [article], env, report)

/**
 * An issue of articles in their order.
 *
 * @param meta what is said of the whole
 */
export function composeCollection(
  meta: ArticleMeta,
  articles: readonly [Article, ...Article[]],
  env: Readonly<Record<string, string | undefined>>,
  report: Report,
): Issue {
  return {
    meta,
    slug: meta.slug,
    title: meta.title,
    ...(meta.subtitle ? { subtitle: meta.subtitle } : {}),
    ...(meta.number ? { number: meta.number } : {}),
    lang: meta.lang,
    dir: meta.dir,
    modified: modifiedDate({ meta, articles }, env, report),
    articles,
  }
}

/**
 * The date of an issue's files: SOURCE_DATE_EPOCH (reproducible-builds.org, "SOURCE_DATE_EPOCH", seconds), else when it
 * was last changed, else a fixed one. Never the clock: the same input is to give the same bytes.
 */
function modifiedDate(
  issue: Pick<Issue, 'meta' | 'articles'>,
  env: Readonly<Record<string, string | undefined>>,
  report: Report,
): Date {
  const epoch = env.SOURCE_DATE_EPOCH
  if (epoch !== undefined && /^\d{1,11}$/.test(epoch)) return new Date(Number(epoch) * 1000)
  const changed = issueChangedOn(issue)
  if (changed !== undefined) return new Date(changed)
  report(
    'date-missing',
    `Unexpected issue without a date, expected \`date: 2026-05-31\`; files carry ${fixedDate.toISOString().slice(0, 10)}`,
  )
  return fixedDate
}
