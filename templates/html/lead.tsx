import type { Part } from './front.js'

/** The picture that the front matter names, with its caption; its alternative text where it could not be had. */
export const lead: Part = (article, { assets, links }) => {
  const { cover } = article.meta
  if (!cover) return []
  const asset = assets.image(article, cover.src)
  if (!asset && !cover.alt && !cover.caption) return []
  return [
    <figure className="lead" role="group">
      {asset ? (
        <p className="picture">
          <img src={links.image(asset)} alt={cover.alt} width={asset.shownWidth} height={asset.shownHeight} />
        </p>
      ) : cover.alt ? (
        <p className="picture">
          <span className="missing-image">{cover.alt}</span>
        </p>
      ) : undefined}
      {cover.caption ? <figcaption>{cover.caption}</figcaption> : undefined}
    </figure>,
  ]
}
