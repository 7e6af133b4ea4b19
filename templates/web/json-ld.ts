import type { Article, ArticleMeta, Author, Correction } from '../../pipeline/article.js'
import { changedOn, issueChangedOn } from '../../pipeline/changed-on.js'
import { licenceOf } from '../../pipeline/licence.js'
import { correctionsOf, issueCorrectionsOf } from '../corrections.js'
import { isAlone, type Rendering, titleId } from '../rendering.js'
import { canonicalUrl, leadImage, pictureOf } from './addresses.js'

type Json = string | number | boolean | undefined | readonly Json[] | JsonObject
type JsonObject = { readonly [key: string]: Json }

/** What the page is, for machines: schema.org's NewsArticle, or an issue of a periodical that has several as its parts. */
export function structuredData(rendering: Rendering): Json {
  const { issue } = rendering
  const context = { '@context': 'https://schema.org' }
  return isAlone(rendering)
    ? { ...context, ...newsArticle(issue.articles[0], rendering) }
    : { ...context, ...publicationIssue(rendering) }
}

function publicationIssue(rendering: Rendering): JsonObject {
  const { issue } = rendering
  const { meta } = issue
  const url = canonicalUrl(rendering)
  return {
    '@type': 'PublicationIssue',
    name: issue.title,
    alternateName: issue.subtitle,
    description: meta.standfirst,
    issueNumber: issue.number,
    inLanguage: issue.lang,
    datePublished: meta.date,
    dateModified: issueChangedOn(issue),
    correction: corrections(issueCorrectionsOf(rendering)),
    editor: meta.authors.length > 0 ? meta.authors.map(person) : undefined,
    publisher: publisherOf(meta, rendering),
    isPartOf: periodical(rendering),
    image: leadImage(rendering)?.url,
    url,
    mainEntityOfPage: url,
    keywords: meta.tags.length > 0 ? meta.tags : undefined,
    license: meta.license,
    hasPart: issue.articles.map(article => newsArticle(article, rendering)),
  }
}

function newsArticle(article: Article, rendering: Rendering): JsonObject {
  const { meta } = article
  const { issue } = rendering
  const alone = isAlone(rendering)
  const page = canonicalUrl(rendering)
  const url = alone ? page : page && `${page}#${titleId(article)}`
  const date = meta.date ?? issue.meta.date
  return {
    '@type': 'NewsArticle',
    headline: meta.title,
    alternativeHeadline: meta.subtitle,
    description: meta.standfirst,
    inLanguage: meta.lang,
    datePublished: date,
    dateModified: alone ? issueChangedOn(issue) : (changedOn(meta) ?? date),
    correction: corrections(correctionsOf(article, rendering)),
    author: meta.authors.map(person),
    publisher: publisherOf(meta, rendering),
    isPartOf: alone ? periodical(rendering) : undefined,
    articleSection: article.section,
    image: pictureOf(article, rendering)?.url,
    url,
    mainEntityOfPage: url,
    keywords: meta.tags.length > 0 ? meta.tags : undefined,
    license: licenceOf(meta)?.url ?? licenceOf(meta)?.name,
    isBasedOn: meta.source?.url,
  }
}

const corrections = (all: readonly Correction[]): Json =>
  all.length === 0
    ? undefined
    : all.map(({ date, text }) => ({ '@type': 'CorrectionComment', text, datePublished: date }))

const publisherOf = (meta: ArticleMeta, { publication }: Rendering): JsonObject => ({
  '@type': 'Organization',
  name: meta.publisher ?? publication.publisher ?? publication.name,
  url: publication.url,
})

const periodical = ({ publication }: Rendering): JsonObject => ({
  '@type': 'Periodical',
  name: publication.name,
  url: publication.url,
  issn: publication.epub?.issn,
})

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
