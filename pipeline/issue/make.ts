import type { Article, ArticleMeta, Issue, Publication } from '../article.js'
import { checkSource } from '../check/source.js'
import type { Report } from '../messages.js'
import type { ParsedSource } from '../parse/parse.js'
import { freeze } from '../transform/freeze.js'
import { settleReferences } from '../transform/references.js'
import type { Draft } from '../transform/transform.js'
import { composeCollection, composeIssue } from './compose.js'
import type { ListedArticle, Manifest } from './manifest.js'
import { publishedDraft } from './published-draft.js'

/** What making an issue depends on besides its text. */
export interface IssueContext {
  readonly publication: Publication
  readonly env: Readonly<Record<string, string | undefined>>
  /** The source, as messages name it. */
  readonly file: string
  /** Elements added to the vocabulary, by tag name. */
  readonly added?: ReadonlySet<string>
}

/** From a parsed text to an issue of one article: transform, compose, check. */
export async function makeIssue(parsed: ParsedSource, context: IssueContext, report: Report): Promise<Issue> {
  const { publication, env, file, added } = context
  const { article } = await publishedDraft(parsed, { key: 'a1', file, ...(added ? { added } : {}) }, report)
  const issue = composeIssue(freeze(article), env, report)
  checkSource(issue, publication, () => report)
  return issue
}

/** An article of an issue of several, parsed. */
export interface ParsedArticle {
  readonly listed: ListedArticle
  readonly parsed: ParsedSource
  /** Its file, as messages name it. */
  readonly file: string
  readonly report: Report
}

/** From parsed texts to an issue: each is transformed, links among them are settled, and they are composed and checked. */
export async function makeCollection(
  manifest: Manifest,
  articles: readonly [ParsedArticle, ...ParsedArticle[]],
  { publication, env, added }: IssueContext,
  report: Report,
): Promise<Issue> {
  const siblings = new Map(articles.map(({ listed }, index) => [listed.file, `a${index + 1}`]))
  const drafts: Draft[] = []
  for (const [index, { parsed, file, report: own }] of articles.entries()) {
    const identity = { key: `a${index + 1}`, file, siblings, ...(added ? { added } : {}) }
    drafts.push(await publishedDraft(parsed, identity, own))
  }
  const reports = new Map(articles.map(article => [article.file, article.report]))
  const reportFor = (article: Article | undefined) => (article && reports.get(article.file)) ?? report
  settleReferences(drafts, reportFor)
  const placed = drafts.map(({ article }, index) =>
    freeze({ ...article, ...placeIn(articles[index]?.listed) }),
  )
  const issue = composeCollection(
    metaOf(manifest, report),
    // As many as there were.
    placed as [Article, ...Article[]],
    env,
    report,
  )
  checkSource(issue, publication, reportFor, manifest.places)
  return freeze(issue)
}

function placeIn(listed: ListedArticle | undefined): Pick<Article, 'section' | 'email' | 'letter'> {
  if (!listed) return {}
  const { section, email, letter } = listed
  return { email, ...(section === undefined ? {} : { section }), ...(letter ? { letter } : {}) }
}

function metaOf({ meta }: Manifest, report: Report): ArticleMeta {
  const { title, slug } = meta
  if (title !== undefined) return { ...meta, title }
  report(
    'title-missing',
    `Unexpected issue without a title, expected \`title\` in \`issue.yaml\`; \`${slug}\` stands in`,
  )
  return { ...meta, title: slug.replaceAll('-', ' ') }
}
