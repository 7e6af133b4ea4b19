import type { ElementContent } from 'hast'
import type { Article } from '../../pipeline/article.js'
import { updateOf } from '../corrections.js'
import { sectionsOf } from '../html/sections.js'
import { time } from '../html/time.js'
import { type Rendering, titleId } from '../rendering.js'
import { listed } from '../words.js'

/** The id of an issue's title, and of the list of its articles. */
export const issueTitleId = 'tf-issue'
const contentsId = 'tf-contents'

/** The id of a section's title. */
export const sectionId = (index: number): string => `tf-section-${index + 1}`

/** An issue's number as a phrase: `No. 15`, and `Spring 2026` as it is. */
export const numberPhrase = (number: string, sign: string): string =>
  /^\d/.test(number) ? `${sign} ${number}` : number

/** The title of an issue of several articles, and what is said of the whole. */
export function opening({ issue, words }: Rendering): ElementContent[] {
  const { meta, number, subtitle, lang } = issue
  const line = [
    ...(number ? [numberPhrase(number, words.web.number)] : []),
    ...(meta.date ? [time(meta.date, lang)] : []),
  ]
  const updated = updateOf(meta)
  const editors = listed(
    meta.authors.map(({ name }) => name),
    lang,
  )
  return [
    ...(line.length > 0
      ? [
          <p className="issue-line">
            {line.flatMap((part, index) => (index > 0 ? [' · ', part] : [part]))}
            {updated ? [` · ${words.updated} `, time(updated, lang)] : undefined}
          </p>,
        ]
      : []),
    <h1 id={issueTitleId}>{issue.title}</h1>,
    ...(subtitle ? [<p className="subtitle">{subtitle}</p>] : []),
    ...(meta.standfirst ? [<p className="standfirst">{meta.standfirst}</p>] : []),
    ...(editors
      ? [
          <p className="byline">
            {words.editedBy} <strong>{editors}</strong>
          </p>,
        ]
      : []),
  ]
}

/** The articles of an issue by section, each with who wrote it. */
export function issueContents({ issue, words }: Rendering): ElementContent[] {
  return [
    <nav className="contents issue-contents" ariaLabelledBy={contentsId}>
      <h2 id={contentsId}>{words.contents}</h2>
      {sectionsOf(issue).flatMap(({ title, articles }) => [
        ...(title ? [<p className="section-title">{title}</p>] : []),
        <ol>{articles.map(article => entry(article, issue.lang))}</ol>,
      ])}
    </nav>,
  ]
}

function entry(article: Article, lang: string): ElementContent {
  const { title, authors, lang: own, dir } = article.meta
  const names = listed(
    authors.map(({ name }) => name),
    lang,
  )
  const foreign = own === lang ? {} : { lang: own, dir }
  return (
    <li>
      <a href={`#${titleId(article)}`} {...foreign}>
        {title}
      </a>
      {names ? [' ', <span className="names">{names}</span>] : undefined}
    </li>
  )
}

/** The way from an article's end to the list of all. */
export const backToContents = ({ meta }: Article, { words, issue }: Rendering): ElementContent[] => [
  <p className="back" {...(meta.lang === issue.lang ? {} : { lang: issue.lang, dir: issue.dir })}>
    <a href={`#${contentsId}`}>{words.web.backToContents}</a>
  </p>,
]
