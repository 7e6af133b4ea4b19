import type { ElementContent } from 'hast'
import { editorsOf, writersNamed } from '../html/people.js'
import { said } from '../html/said.js'
import type { Rendering } from '../rendering.js'
import { listed, longDate } from '../words.js'

/** The page after the cover: what this is, who wrote it, where it is from. */
export function titlePage({ issue, publication, words }: Rendering): ElementContent[] {
  const { meta } = issue
  const alone = issue.articles.length === 1
  const names = writersNamed(issue)
  const editors = editorsOf(issue).map(({ name }) => name)
  const series = [meta.series ?? publication.name, issue.number].filter(Boolean).join(' ')
  const publisher = meta.publisher ?? publication.publisher
  const source = alone && meta.source?.republished ? meta.source.name : undefined
  const licence = meta.license ?? (alone ? meta.source?.license : undefined)
  const rights = [
    source ? [said(words.republishedFrom, words, issue.lang), ` ${source}`] : undefined,
    meta.rights,
    licence ? [said(`${words.licence}:`, words, issue.lang), ` ${licence}`] : undefined,
  ].filter(text => text !== undefined)
  return [
    <section className="title-page" epub:type="titlepage">
      <p className="series">{series}</p>
      <h1>{issue.title}</h1>
      {issue.subtitle ? <p className="subtitle">{issue.subtitle}</p> : undefined}
      {names.length > 0 ? <p className="byline">{listed(names, issue.lang)}</p> : undefined}
      {editors.length > 0 ? (
        <p className="editors">{`${words.editedBy} ${listed(editors, issue.lang)}`}</p>
      ) : undefined}
      {meta.date ? <p className="date">{longDate(meta.date, issue.lang)}</p> : undefined}
      {publisher ? <p className="publisher">{publisher}</p> : undefined}
      {rights.map(text => (
        <p className="rights">{text}</p>
      ))}
    </section>,
  ]
}
