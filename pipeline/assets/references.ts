import type { Position } from 'unist'
import type { AnyElement, Article, Issue } from '../article.js'
import { walk } from '../walk.js'

/** A place where an article names a picture. */
export interface ImageReference {
  readonly article: Article
  /** The address as it is written. */
  readonly src: string
  /** Where in the article's file; the front matter has no place. */
  readonly place: Position | undefined
}

/** Every picture an issue names, in reading order: covers, figures, images in running text, thumbnails of embeds. */
export function imageReferences(issue: Issue): readonly ImageReference[] {
  return issue.articles.flatMap(article => {
    const found: ImageReference[] = []
    if (article.meta.cover) found.push({ article, src: article.meta.cover.src, place: undefined })
    walk(article.tree, node => {
      const src = sourceOf(node)
      if (src !== undefined) found.push({ article, src, place: node.position })
    })
    return found
  })
}

function sourceOf(node: AnyElement): string | undefined {
  if (node.tagName === 'picture' || node.tagName === 'img') return node.properties.src
  return node.tagName === 'embed' ? node.properties.image : undefined
}
