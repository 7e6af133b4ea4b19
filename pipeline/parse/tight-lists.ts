import type { List, Root } from 'mdast'
import { visitParents } from 'unist-util-visit-parents'

/**
 * Mends what the parser makes of a list in a directive in a quotation: with anything after it, it counts as loose
 * (micromark-extension-directive 4.0.0). Loose is a list with an empty line between two of its items.
 */
export function tightenLists(tree: Root): void {
  visitParents(tree, 'list', (list, parents) => {
    const at = parents.findLastIndex(parent => parent.type === 'containerDirective')
    if (list.spread && parents.slice(0, Math.max(at, 0)).some(parent => parent.type === 'blockquote'))
      list.spread = hasGap(list)
  })
}

const hasGap = ({ children }: List): boolean =>
  children.some((item, index) => {
    const before = children[index - 1]?.position?.end.line
    return before !== undefined && item.position !== undefined && item.position.start.line - before > 1
  })
