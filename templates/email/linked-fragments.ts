import type { Article } from '../../pipeline/article.js'
import { walk } from '../../pipeline/walk.js'

/** The fragments that links of an article lead to, its contents list among them. */
export function linkedFragments({ meta, tree }: Article): ReadonlySet<string> {
  const linked = new Set<string>()
  walk(tree, node => {
    const href =
      node.tagName === 'a' || node.tagName === 'picture' || node.tagName === 'button'
        ? node.properties.href
        : undefined
    if (href?.startsWith('#')) linked.add(href.slice(1))
    if (meta.toc && node.tagName === 'h2') linked.add(node.properties.id)
  })
  return linked
}
