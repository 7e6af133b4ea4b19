import type { Article, ArticleMeta, FrontMatterPlaces, Issue, Publication } from '../../article.js'
import type { Report } from '../../messages.js'

/** A rule of one article: what it finds in the tree, said with its place. */
export type ArticleRule = (article: Article, report: Report) => void

/** What front matter says: an article's, or an issue's in its `issue.yaml`. */
export interface CheckedMeta {
  readonly meta: ArticleMeta
  readonly places?: FrontMatterPlaces | undefined
  /** Whether the email's subject and preheader are made of it: an issue's, or those of an article that is one. */
  readonly isOfIssue: boolean
}

/** A rule of front matter. */
export type MetaRule = (checked: CheckedMeta, report: Report) => void

/** An issue, and where findings about one of its articles are left, or about it as a whole. */
export interface CheckedIssue {
  readonly issue: Issue
  readonly publication: Publication
  readonly reportFor: (article: Article | undefined) => Report
}

/** A rule of the issue as a whole, or of its articles beside one another. */
export type IssueRule = (checked: CheckedIssue) => void
