import type { ElementContent } from 'hast'
import type { Article } from '../../pipeline/article.js'
import { contentsOf, type Part } from '../html/front.js'
import { editorsOf } from '../html/people.js'
import { type Section, sectionsOf } from '../html/sections.js'
import { time } from '../html/time.js'
import { type Rendering, titleId } from '../rendering.js'
import { listed } from '../words.js'
import { entry } from './contents.js'
import { isCovered } from './cover.js'
import { issueName } from './issue-name.js'

/**
 * The contents of an issue of several articles, on pages of their own: its sections, their articles with authors and
 * pages, and the headings of those whose front matter asks for them. Where no cover has said what the issue is, its
 * title stands above.
 */
export const issueContents: Part = (_article, rendering) => {
  const { issue, words } = rendering
  if (issue.articles.length < 2) return []
  // It comes before the first title, and no heading may be of a lower rank than what follows it (Matterhorn 14-002).
  const [title, heading] = isCovered(rendering)
    ? [[], <h1 id="tf-contents">{words.contents}</h1>]
    : [titleOf(rendering), <h2 id="tf-contents">{words.contents}</h2>]
  const { standfirst, date } = issue.meta
  return [
    <section className={['contents', 'issue-contents']} ariaLabelledBy="tf-contents">
      <div className="masthead">
        <p className="publication">{issueName(rendering)}</p>
        {date ? <p className="date">{time(date, issue.lang)}</p> : undefined}
      </div>
      {title}
      {heading}
      {standfirst && title.length === 0 ? <p className="standfirst">{standfirst}</p> : undefined}
      <ol>{sectionsOf(issue).flatMap(section => sectionEntry(section, rendering))}</ol>
    </section>,
  ]
}

function titleOf({ issue, words }: Rendering): ElementContent[] {
  const editors = editorsOf(issue).map(({ name }) => name)
  return [
    <h1>{issue.title}</h1>,
    ...(issue.subtitle ? [<p className="subtitle">{issue.subtitle}</p>] : []),
    ...(issue.meta.standfirst ? [<p className="standfirst">{issue.meta.standfirst}</p>] : []),
    ...(editors.length > 0
      ? [
          <p className="byline">
            {words.editedBy} <strong>{listed(editors, issue.lang)}</strong>
          </p>,
        ]
      : []),
  ]
}

function sectionEntry({ title, articles }: Section, rendering: Rendering): ElementContent[] {
  const entries = articles.map(article => articleEntry(article, rendering))
  if (title === undefined) return entries
  return [
    <li className="contents-section">
      <p className="contents-section-title">{title}</p>
      <ol>{entries}</ol>
    </li>,
  ]
}

function articleEntry(article: Article, rendering: Rendering): ElementContent {
  const { issue } = rendering
  const { title, authors, lang, toc } = article.meta
  const names = listed(
    authors.map(({ name }) => name),
    lang,
  )
  const headings = toc ? contentsOf(article, rendering).filter(({ depth }) => depth === 2) : []
  return (
    <li className="contents-article">
      {entry(titleId(article), title, article, rendering)}
      {names ? (
        <p className="contents-authors">
          <bdi lang={lang === issue.lang ? undefined : lang}>{names}</bdi>
        </p>
      ) : undefined}
      {headings.length > 0 ? (
        <ol>
          {headings.map(heading => (
            <li className="contents-2">{entry(heading.id, heading.title, article, rendering)}</li>
          ))}
        </ol>
      ) : undefined}
    </li>
  )
}
