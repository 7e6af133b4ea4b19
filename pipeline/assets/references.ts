import type { Position } from 'unist'
import { visit } from 'unist-util-visit'
import type { Article, ArticleNode, Issue } from '../article.js'

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
    visit(article.tree, node => {
      // MathML stands in the tree too; none of its elements is called as these are.
      const src = node.type === 'element' ? sourceOf(node as ArticleNode) : undefined
      if (src !== undefined) found.push({ article, src, place: node.position })
    })
    return found
  })
}

function sourceOf(node: ArticleNode): string | undefined {
  if (node.type !== 'element') return undefined
  if (node.tagName === 'picture' || node.tagName === 'img') return node.properties.src
  return node.tagName === 'embed' ? node.properties.image : undefined
}
