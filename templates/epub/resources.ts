import type { ElementContent } from 'hast'
import type { ImageAsset } from '../../pipeline/assets/assets.js'
import type { Rendering } from '../rendering.js'
import type { Book, BookDocument, BookResource } from './package/book.js'

/** The pictures that a book's documents show, and its cover: the one that the first article's front matter names. */
export function resourcesOf(
  documents: readonly BookDocument[],
  { issue, assets, links }: Rendering,
): Pick<Book, 'resources' | 'cover'> {
  const resource = (asset: ImageAsset): BookResource => ({
    href: links.image(asset),
    type: asset.type,
    bytes: asset.bytes,
  })
  const [article] = issue.articles
  const named = article.meta.cover && assets.image(article, article.meta.cover.src)
  const cover = named && resource(named)
  const shown = new Set(documents.flatMap(({ body }) => body.flatMap(picturesIn)))
  const resources = assets.images.map(resource).filter(({ href }) => shown.has(href) && href !== cover?.href)
  return { resources, ...(cover ? { cover } : {}) }
}

function picturesIn(node: ElementContent): string[] {
  if (node.type !== 'element') return []
  const below = node.children.flatMap(picturesIn)
  const { src, altimg } = node.properties
  return [...(node.tagName === 'img' ? [String(src)] : []), ...(altimg ? [String(altimg)] : []), ...below]
}
