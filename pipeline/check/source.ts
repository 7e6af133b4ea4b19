import type { Article, FrontMatterPlaces, Issue, Publication } from '../article.js'
import type { Report } from '../messages.js'
import { dateAfterIssue, dateOrder } from './source/dates.js'
import { headingRepeated } from './source/heading-repeated.js'
import { imageAlt } from './source/image-alt.js'
import { coverAltPlaceholder, imageAltPlaceholder } from './source/image-alt-placeholder.js'
import { imageAltWording } from './source/image-alt-wording.js'
import { languageText } from './source/language-text.js'
import { languageUnknown } from './source/language-unknown.js'
import { linkAmbiguous } from './source/link-ambiguous.js'
import { linkText } from './source/link-text.js'
import { linkTracked } from './source/link-tracked.js'
import { mergeTagDefault } from './source/merge-tag-default.js'
import { postalAddress } from './source/postal-address.js'
import { republishedTerms } from './source/republished-terms.js'
import { sourceChanged } from './source/source-changed.js'
import type { ArticleRule, IssueRule, MetaRule } from './source/source-rule.js'
import { standfirstLong } from './source/standfirst-long.js'
import { subjectSpam } from './source/subject-spam.js'

/**
 * The rules of the source, in their order. What is only seen while the tree is made, a footnote that nothing calls or a
 * link that leads nowhere, is told by the transform that sees it: `adopt/`, `headings.ts`, `ids.ts`, `links.ts`,
 * `notes.ts`. What only the pictures themselves say is told where they are decoded: `assets/images.ts`.
 */
export const articleRules: readonly ArticleRule[] = [
  imageAlt,
  imageAltPlaceholder,
  imageAltWording,
  headingRepeated,
  linkText,
  linkAmbiguous,
  linkTracked,
  languageUnknown,
  languageText,
  mergeTagDefault,
  sourceChanged,
  republishedTerms,
]

export const metaRules: readonly MetaRule[] = [coverAltPlaceholder, standfirstLong, dateOrder, subjectSpam]

export const issueRules: readonly IssueRule[] = [dateAfterIssue, postalAddress]

/**
 * What can be said of an issue before anything is made of it.
 *
 * @param reportFor where findings about an article are left, or about the issue as a whole
 * @param places where the values of an `issue.yaml` stand
 */
export function checkSource(
  issue: Issue,
  publication: Publication,
  reportFor: (article: Article | undefined) => Report,
  places?: FrontMatterPlaces,
): void {
  const isAlone = issue.articles[0].meta === issue.meta
  for (const article of issue.articles) {
    const report = reportFor(article)
    const { meta } = article
    for (const rule of articleRules) rule(article, report)
    for (const rule of metaRules) rule({ meta, places: article.places, isOfIssue: isAlone }, report)
  }
  if (!isAlone) {
    for (const rule of metaRules) rule({ meta: issue.meta, places, isOfIssue: true }, reportFor(undefined))
  }
  for (const rule of issueRules) rule({ issue, publication, reportFor })
}
