import type { Article } from '../../pipeline/article.js'
import type { ImageAsset } from '../../pipeline/assets/assets.js'
import type { Rendering } from '../rendering.js'

/** The first article's picture, which a cover's art is made of. */
export function coverPicture({
  issue,
  assets,
}: Rendering): { readonly asset: ImageAsset; readonly alt: string; readonly article: Article } | undefined {
  const [article] = issue.articles
  const { cover } = article.meta
  const asset = cover && assets.image(article, cover.src)
  // Spread over the whole width, a smaller one would show its points.
  return asset && asset.width >= 600 ? { asset, alt: cover.alt, article } : undefined
}
