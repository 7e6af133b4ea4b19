import type { Article } from '../../pipeline/article.js'
import type { Part } from '../html/front.js'
import type { Rendering } from '../rendering.js'
import { listed, longDate } from '../words.js'

/** Whether a page with the title comes first: as the publication says, or where there are several articles. */
export const isCovered = ({ publication, issue }: Rendering): boolean =>
  publication.pdf?.cover ?? issue.articles.length > 1

/** Whether the cover is that of one article, and says what would stand above its title once more. */
export const standsOnCover = (rendering: Rendering): boolean =>
  isCovered(rendering) && rendering.issue.articles.length === 1

/**
 * The cover: whose it is, title, picture, who wrote it, when. Its title is no heading: that is on the next page, and
 * would be in the outline twice.
 */
export const cover: Part = (article, rendering) => {
  const { publication, issue, words } = rendering
  if (!isCovered(rendering)) return []
  const { date } = article.meta
  const own = issue.articles.length === 1 ? article.meta : undefined
  const authors = [...new Set(issue.articles.flatMap(({ meta }) => meta.authors.map(author => author.name)))]
  return [
    <section className="cover" ariaLabel={words.cover}>
      <p className="cover-publication">
        {[publication.name, issue.number ?? own?.number].filter(Boolean).join(' · ')}
      </p>
      {own ? picture(article, rendering) : undefined}
      <p className="cover-title">{issue.title}</p>
      {issue.subtitle ? <p className="subtitle">{issue.subtitle}</p> : undefined}
      {own?.standfirst ? <p className="standfirst">{own.standfirst}</p> : undefined}
      <div className="cover-foot">
        {authors.length > 0 ? (
          <p className="byline">
            {words.by} <strong>{listed(authors, issue.lang)}</strong>
          </p>
        ) : undefined}
        {date ? (
          <p>
            <time dateTime={date}>{longDate(date, issue.lang)}</time>
          </p>
        ) : undefined}
      </div>
    </section>,
  ]
}

/** The picture that the front matter names, in place of the one above the text. */
function picture(article: Article, { assets, links }: Rendering) {
  const { cover } = article.meta
  const asset = cover && assets.image(article, cover.src)
  if (!asset) return undefined
  return (
    <figure role="group">
      <p className="picture">
        <img src={links.image(asset)} alt={cover.alt} width={asset.shownWidth} height={asset.shownHeight} />
      </p>
      {cover.caption ? <figcaption>{cover.caption}</figcaption> : undefined}
    </figure>
  )
}
