import type { Author, Issue } from '../../pipeline/article.js'

/** Who made an issue of several articles. One article alone has only those who wrote it. */
export const editorsOf = ({ meta, articles }: Issue): readonly Author[] =>
  articles.length > 1 ? meta.authors : []

/**
 * The names of those who wrote an issue's articles, each once, in the order of the articles. An editor whose letter
 * opens the issue, and who wrote nothing else in it, is named as its editor.
 */
export function writersOf(issue: Issue): readonly string[] {
  const editors = new Set(editorsOf(issue).map(({ name }) => name))
  const names = issue.articles.flatMap(({ letter, meta }) =>
    meta.authors.map(({ name }) => name).filter(name => !letter || !editors.has(name)),
  )
  return [...new Set(names)]
}

/** More names than this would take a cover from its title. */
const most = 8

/** The names of writers that a cover and a title page have room for: of more, the contents tell. */
export function writersNamed(issue: Issue): readonly string[] {
  const names = writersOf(issue)
  return issue.articles.length === 1 || names.length <= most ? names : []
}
