import type { Article, Issue } from '../../pipeline/article.js'
import { sharedRights } from '../html/rights.js'
import { tagsOf } from '../html/tags.js'
import type { Rendering } from '../rendering.js'
import { languageOfWords } from '../words.js'
import { accessibilityOf } from './accessibility.js'
import { creatorsOf } from './creators.js'
import { titleFileAs } from './file-as.js'
import { furtherIdentifiers, identifierOf, issnOf } from './identifier.js'
import { otherLanguages } from './languages.js'
import type { Book, Series } from './package/book.js'

/** What the package says about a book, without its documents. */
export type BookMetadata = Omit<Book, 'documents' | 'stylesheet' | 'resources' | 'cover'>

/** The metadata of an issue as a book. */
export function metadataOf(rendering: Rendering): BookMetadata {
  const { issue, publication, words } = rendering
  const { articles } = issue
  const { meta } = issue
  const wordsLang = languageOfWords(words, issue.lang)
  const date = dateOf(meta.date)
  const sources = [meta, ...articles.map(article => article.meta)].flatMap(
    ({ source, canonicalUrl }) => source?.url ?? canonicalUrl ?? [],
  )
  const sortTitle = meta.sortTitle ?? titleFileAs(issue.title, issue.lang)
  const rights = rightsOf(issue)
  const description = meta.standfirst ?? (articles.length > 1 ? publication.description : undefined)
  return {
    identifier: identifierOf(rendering),
    otherIdentifiers: furtherIdentifiers(rendering),
    title: issue.title,
    ...(sortTitle ? { titleFileAs: sortTitle } : {}),
    ...(issue.subtitle ? { subtitle: issue.subtitle } : {}),
    lang: issue.lang,
    otherLangs: otherLanguages(rendering),
    ...(issue.dir === 'rtl' ? { dir: issue.dir } : {}),
    creators: creatorsOf(rendering),
    publisher: meta.publisher ?? publication.publisher ?? publication.name,
    ...(date ? { date } : {}),
    modified: issue.modified,
    sources: [...new Set(sources)],
    ...(rendering.pageStarts ? { pageSource: rendering.links.pdf ?? `${issue.slug}.pdf` } : {}),
    ...(rights ? { rights } : {}),
    ...(description ? { description } : {}),
    subjects: tagsOf(issue),
    series: seriesOf(rendering),
    accessibility: accessibilityOf(rendering),
    words: {
      ...(wordsLang ? { lang: wordsLang } : {}),
      contents: words.contents,
      landmarks: words.landmarks,
      titlePage: words.titlePage,
      start: words.startOfText,
      cover: words.cover,
      pages: words.page,
    },
  }
}

/** What is said of rights: of the issue, then of its articles, by title where they differ. */
function rightsOf(issue: Issue): string {
  const said = ({ meta }: Pick<Article, 'meta'>) =>
    [...new Set([meta.rights, meta.license, meta.source?.license].flatMap(text => text ?? []))].join('. ')
  const shared = sharedRights(issue, said).map(({ rights, articles }) =>
    articles.length === 0 ? rights : `${articles.map(({ meta }) => meta.title).join(', ')}: ${rights}`,
  )
  return [...new Set([said(issue), ...shared])].filter(Boolean).join('. ')
}

/** The series an issue says it belongs to, else the newsletter; its number is its place there. */
function seriesOf(rendering: Rendering): Series {
  const { issue, publication } = rendering
  const { series } = issue.meta
  const name = series ?? publication.name
  const fileAs = titleFileAs(name, series ? issue.lang : publication.lang)
  const position = positionOf(issue.number)
  const issn = issnOf(rendering)
  const identifier = issn ? `urn:issn:${issn}` : series ? undefined : publication.url
  return {
    name,
    ...(fileAs ? { fileAs } : {}),
    ...(position ? { position } : {}),
    ...(identifier ? { identifier } : {}),
  }
}

const numbered =
  /^(?:(?:no|nr|n[°º]|#|issue|number|vol|volume|ausgabe|heft|nummer|band|numéro|número|tome|العدد)\.?\s*)?(\d{1,9}(?:\.\d{1,9})*)$/i

/** The place in a series, of numbers and full stops (EPUB 3.3, D.3.6): that of `No. 14` is 14, `Spring 2026` has none. */
function positionOf(number: string | undefined): string | undefined {
  return numbered.exec(number?.trim() ?? '')?.[1]
}

// W3C's profile of ISO 8601, which `dc:date` is held to (EPUBCheck's OPF-053): a time without a zone is left out.
const dated = /^\d{4}(?:-\d\d(?:-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d))?)?)?$/

const dateOf = (date = ''): string | undefined =>
  [date, date.slice(0, 10)].find(text => dated.test(text) && !Number.isNaN(Date.parse(text)))
