import type { ElementContent } from 'hast'

/**
 * The same with each heading one rank lower: on a page of several articles the title is the first, and an
 * article that stands under it skips no rank.
 */
export function deeper(node: ElementContent): ElementContent {
  if (node.type !== 'element') return node
  const rank = /^h([1-5])$/.exec(node.tagName)?.[1]
  return {
    ...node,
    tagName: rank ? `h${Number(rank) + 1}` : node.tagName,
    children: node.children.map(deeper),
  }
}
