import type { Article, Issue } from '../../pipeline/article.js'
import { placeOfLink } from '../../pipeline/article-link.js'
import { walk } from '../../pipeline/walk.js'

/** The fragments of an article that links lead to: its own, its contents list, and those of the issue's other articles. */
export function linkedFragments(article: Article, { articles }: Issue): ReadonlySet<string> {
  const linked = new Set<string>()
  for (const { key, meta, tree } of articles) {
    const isOwn = key === article.key
    walk(tree, node => {
      const href =
        node.tagName === 'a' || node.tagName === 'picture' || node.tagName === 'button'
          ? node.properties.href
          : undefined
      if (isOwn && href?.startsWith('#')) linked.add(href.slice(1))
      const place = placeOfLink(href ?? '')
      if (place?.id !== undefined && place.key === article.key) linked.add(place.id)
      if (isOwn && meta.toc && node.tagName === 'h2') linked.add(node.properties.id)
    })
  }
  return linked
}
