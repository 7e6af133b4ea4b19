import type { Part } from '../html/front.js'

/** The rights of an article among several, which the title page says only of one alone. */
export const chapterRights: Part = ({ meta }, { issue, words }) => {
  if (issue.articles.length === 1) return []
  return [
    meta.rights,
    meta.license && `${words.licence}: ${meta.license}`,
    meta.doi && `doi:${meta.doi}`,
  ].flatMap(text => (text ? [<p className="rights">{text}</p>] : []))
}
