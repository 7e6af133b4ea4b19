import type { Position } from 'unist'
import type { AnyElement, Article, Issue } from '../article.js'
import { walk } from '../walk.js'
import type { ImageUse } from './assets.js'
import { readAddress } from './image-address.js'

/** A place where an article names a picture. */
export interface ImageReference {
  readonly article: Article
  /** The address as it is written. */
  readonly src: string
  readonly use: ImageUse
  /** Whether it stands in the text as itself: no cover, no portrait, no thumbnail of a card. */
  readonly inText: boolean
  /** Where in the article's file; the front matter has no place. */
  readonly place: Position | undefined
}

/**
 * Every picture an issue names, in reading order: covers, portraits of authors, figures, images in running text,
 * thumbnails of embeds, marks of sources. A mark at another address is left there: the source's name stands for it.
 */
export function imageReferences(issue: Issue): readonly ImageReference[] {
  return issue.articles.flatMap(article => {
    const found: ImageReference[] = []
    const name = (src: string | undefined, use: ImageUse, place?: Position, isCard = false) => {
      const inText = place !== undefined && !isCard
      if (src !== undefined) found.push({ article, src, use, inText, place })
    }
    const { cover, authors, source } = article.meta
    name(cover?.src, 'picture')
    for (const { portrait } of authors) name(portrait, 'portrait')
    walk(article.tree, node => {
      name(sourceOf(node), 'picture', node.position, node.tagName === 'embed')
    })
    if (source?.logo && readAddress(source.logo).kind !== 'remote') name(source.logo, 'mark')
    return found
  })
}

function sourceOf(node: AnyElement): string | undefined {
  if (node.tagName === 'picture' || node.tagName === 'img') return node.properties.src
  return node.tagName === 'embed' ? node.properties.image : undefined
}
