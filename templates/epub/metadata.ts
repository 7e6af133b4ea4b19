import type { Article, Author } from '../../pipeline/article.js'
import type { Rendering } from '../rendering.js'
import { accessibilityOf } from './accessibility.js'
import { identifierOf } from './identifier.js'
import { otherLanguages } from './languages.js'
import type { Book, Creator, Series } from './package/book.js'

/** What the package says about a book, without its documents. */
export type BookMetadata = Omit<Book, 'documents' | 'stylesheet' | 'resources' | 'cover'>

/** The metadata of an issue as a book. */
export function metadataOf(rendering: Rendering): BookMetadata {
  const { issue, publication, words } = rendering
  const { articles } = issue
  const [{ meta }, ...others] = articles
  const single = others.length === 0
  const date = dateOf(meta.date)
  const source = single ? (meta.source?.url ?? meta.canonicalUrl) : undefined
  const rights = [...new Set(articles.flatMap(rightsOf))].join('. ')
  const description = single ? meta.standfirst : publication.description
  return {
    identifier: identifierOf(rendering),
    title: issue.title,
    ...(issue.subtitle ? { subtitle: issue.subtitle } : {}),
    lang: issue.lang,
    otherLangs: otherLanguages(rendering),
    ...(issue.dir === 'rtl' ? { dir: issue.dir } : {}),
    creators: creatorsOf(rendering),
    publisher: meta.publisher ?? publication.publisher ?? publication.name,
    ...(date ? { date } : {}),
    modified: issue.modified,
    ...(source ? { source } : {}),
    ...(rights ? { rights } : {}),
    ...(description ? { description } : {}),
    subjects: [...new Set(articles.flatMap(article => article.meta.tags))],
    series: seriesOf(rendering),
    accessibility: accessibilityOf(rendering),
    words: {
      contents: words.contents,
      landmarks: words.landmarks,
      titlePage: words.titlePage,
      start: words.startOfText,
      cover: words.cover,
    },
  }
}

const rightsOf = ({ meta }: Article): string[] =>
  [meta.rights, meta.license, meta.source?.license].flatMap(text => text ?? [])

/** The series an issue says it belongs to, else the newsletter; its number is its place there. */
function seriesOf({ issue, publication }: Rendering): Series {
  const name = issue.articles[0].meta.series
  return {
    name: name ?? publication.name,
    ...(issue.number ? { position: issue.number } : {}),
    ...(!name && publication.url ? { identifier: publication.url } : {}),
  }
}

/** Each person once, in the order of the articles; who edits the publication comes last. */
function creatorsOf({ issue, publication }: Rendering): readonly Creator[] {
  const people = issue.articles.flatMap(({ meta }) =>
    meta.authors.map(author => ({
      name: author.name,
      role: relator(author),
      ...(meta.lang === issue.lang ? {} : { lang: meta.lang }),
    })),
  )
  const editor = publication.editor ? [{ name: publication.editor, role: 'edt' }] : []
  const known = new Set<string>()
  return [...people, ...editor].filter(({ name, role }) => {
    const key = `${role} ${name}`
    return known.size < known.add(key).size
  })
}

// What a byline says of a person is mostly an office ("Editor", "Visiting Fellow"): only these words say what was done.
const relators: Readonly<Record<string, string>> = {
  translator: 'trl',
  translation: 'trl',
  illustrator: 'ill',
  illustrations: 'ill',
  photographer: 'pht',
  photographs: 'pht',
  interviewer: 'ivr',
}

const relator = ({ role }: Author): string => relators[role?.trim().toLowerCase() ?? ''] ?? 'aut'

// W3C's profile of ISO 8601, which `dc:date` is held to (EPUBCheck's OPF-053): a time without a zone is left out.
const dated = /^\d{4}(?:-\d\d(?:-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d))?)?)?$/

const dateOf = (date = ''): string | undefined =>
  [date, date.slice(0, 10)].find(text => dated.test(text) && !Number.isNaN(Date.parse(text)))
