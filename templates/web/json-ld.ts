import type { Article, Author, Correction } from '../../pipeline/article.js'
import { changedOn, issueChangedOn } from '../../pipeline/changed-on.js'
import { correctionsOf, issueCorrectionsOf } from '../corrections.js'
import { isAlone, type Rendering } from '../rendering.js'
import { canonicalUrl, leadImage } from './addresses.js'

type Json = string | number | boolean | undefined | readonly Json[] | { readonly [key: string]: Json }

/** What the page is, for machines: schema.org's NewsArticle, or several of them, and the issue where it was corrected. */
export function structuredData(rendering: Rendering): Json {
  const { articles } = rendering.issue
  const ofIssue = corrections(issueCorrectionsOf(rendering))
  const all = [
    ...(ofIssue ? [publicationIssue(rendering, ofIssue)] : []),
    ...articles.map(article => newsArticle(article, rendering)),
  ]
  return { '@context': 'https://schema.org', ...(all.length === 1 ? all[0] : { '@graph': all }) }
}

function newsArticle(article: Article, rendering: Rendering): { [key: string]: Json } {
  const { meta } = article
  const { publication } = rendering
  const url = canonicalUrl(rendering)
  const image = leadImage(rendering)?.url
  return {
    '@type': 'NewsArticle',
    headline: meta.title,
    alternativeHeadline: meta.subtitle,
    description: meta.standfirst,
    inLanguage: meta.lang,
    datePublished: meta.date,
    dateModified: isAlone(rendering) ? issueChangedOn(rendering.issue) : changedOn(meta),
    correction: corrections(correctionsOf(article, rendering)),
    author: meta.authors.map(person),
    publisher: {
      '@type': 'Organization',
      name: meta.publisher ?? publication.publisher ?? publication.name,
      url: publication.url,
    },
    isPartOf: { '@type': 'Periodical', name: publication.name, url: publication.url },
    image,
    url,
    mainEntityOfPage: url,
    keywords: meta.tags.length > 0 ? meta.tags : undefined,
    license: meta.license ?? meta.source?.license,
    isBasedOn: meta.source?.url,
  }
}

function publicationIssue({ issue, publication }: Rendering, correction: Json): { [key: string]: Json } {
  return {
    '@type': 'PublicationIssue',
    name: issue.title,
    issueNumber: issue.number,
    datePublished: issue.meta.date,
    dateModified: issueChangedOn(issue),
    correction,
    isPartOf: { '@type': 'Periodical', name: publication.name, url: publication.url },
  }
}

const corrections = (all: readonly Correction[]): Json =>
  all.length === 0
    ? undefined
    : all.map(({ date, text }) => ({ '@type': 'CorrectionComment', text, datePublished: date }))

const person = (author: Author): Json => ({
  '@type': 'Person',
  name: author.name,
  jobTitle: author.role,
  url: author.url,
  identifier: author.orcid,
  affiliation: author.affiliation ? { '@type': 'Organization', name: author.affiliation } : undefined,
})

/**
 * Data as the text of a `script` element. No less-than sign is left in it, so nothing an article says can end the
 * element or begin a comment there (HTML, 4.12.1.3, "Restrictions for contents of script elements").
 */
export const scriptText = (data: Json): string => JSON.stringify(data).replaceAll('<', '\\u003c')
