import type { ElementContent } from 'hast'
import type { ImageAsset } from '../../pipeline/assets/assets.js'
import { coverOf } from '../cover/choice.js'
import type { Rendering } from '../rendering.js'
import { fontResources } from './fonts.js'
import type { Book, BookDocument, BookResource } from './package/book.js'

/** The pictures that a book's documents show, its typefaces, and its cover. */
export function resourcesOf(
  documents: readonly BookDocument[],
  rendering: Rendering,
): Pick<Book, 'resources' | 'cover'> {
  const { assets, links } = rendering
  const resource = (asset: ImageAsset): BookResource => ({
    href: links.image(asset),
    type: asset.type,
    bytes: asset.bytes,
  })
  const own = coverOf(rendering)
  const cover = own && resource(own.asset)
  const shown = new Set(documents.flatMap(({ body }) => body.flatMap(picturesIn)))
  const resources = assets.images.map(resource).filter(({ href }) => shown.has(href) && href !== cover?.href)
  return { resources: [...resources, ...fontResources(rendering)], ...(cover ? { cover } : {}) }
}

function picturesIn(node: ElementContent): string[] {
  if (node.type !== 'element') return []
  const below = node.children.flatMap(picturesIn)
  const { src, altimg } = node.properties
  return [...(node.tagName === 'img' ? [String(src)] : []), ...(altimg ? [String(altimg)] : []), ...below]
}
