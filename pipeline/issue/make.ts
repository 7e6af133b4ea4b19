import type { Issue, Publication } from '../article.js'
import { checkSource } from '../check/source.js'
import type { Report } from '../messages.js'
import type { ParsedSource } from '../parse/parse.js'
import { transform } from '../transform/transform.js'
import { composeIssue } from './compose.js'

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
  const article = await transform(parsed, { key: 'a1', file, ...(added ? { added } : {}) }, report)
  const issue = composeIssue(article, env, report)
  checkSource(issue, publication, report)
  return issue
}
