import type { Root, RootContent } from 'mdast'
import { visitParents } from 'unist-util-visit-parents'

/**
 * Mends what the parser makes of a list in a quotation (mdast-util-from-markdown 2.1.0), where a tight one counts as loose
 * before another block, and a loose item as tight after a list in it. Loose is a list with an empty line between two of
 * its items, or between two blocks of an item (CommonMark 0.31, 5.3).
 *
 * @param source the text that was parsed
 */
export function settleQuotedLists(tree: Root, source: string): void {
  if (!source.includes('>')) return
  visitParents(tree, 'list', (list, parents) => {
    if (!parents.some(parent => parent.type === 'blockquote')) return
    list.spread = hasGap(list.children)
    for (const item of list.children) item.spread = hasGap(item.children)
  })
}

const hasGap = (nodes: readonly RootContent[]): boolean =>
  nodes.some((node, index) => {
    const before = nodes[index - 1]
    return before !== undefined && (node.position?.start.line ?? 0) - endOf(before) > 1
  })

/** The line that a block's last words stand on: a container's own end can be the empty line after it. */
function endOf(node: RootContent): number {
  const last = holders.has(node.type) && 'children' in node ? node.children.at(-1) : undefined
  return last ? endOf(last) : (node.position?.end.line ?? 0)
}

const holders = new Set(['blockquote', 'list', 'listItem'])
