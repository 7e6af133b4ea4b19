import type { Nodes, Root } from 'hast'
import type { Report } from '../messages.js'

/** Elements in one another that an article may have. Templates and readers' programs go down a tree one call a level. */
const deepest = 150

/** What stands for a text that lies too deep; an error stops every format, so that nobody reads it. */
const nothing: Root = {
  type: 'root',
  children: [{ type: 'element', tagName: 'p', properties: {}, children: [{ type: 'text', value: '…' }] }],
}

/** The tree, or a paragraph in its place, with a message, where its elements lie too deep in one another. */
export function shallow(tree: Root, report: Report): Root {
  const open: { readonly node: Nodes; readonly depth: number }[] = [{ node: tree, depth: 0 }]
  for (let next = open.pop(); next; next = open.pop()) {
    const { node, depth } = next
    if (depth > deepest) {
      report(
        'article-nested',
        `Unexpected elements in one another over ${deepest} deep, expected fewer; take some of the quotations or lists apart`,
        node.position,
      )
      return nothing
    }
    if ('children' in node) for (const child of node.children) open.push({ node: child, depth: depth + 1 })
  }
  return tree
}

/** What `parse` makes, or `nothing` with a message where the parser itself runs out of stack: its calls go as deep. */
export function withinStack(parse: () => Root, report: Report): Root {
  try {
    return parse()
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    report(
      'article-nested',
      `Unexpected elements in one another deeper than can be read, expected at most ${deepest}; take some of the quotations or lists apart`,
    )
    return nothing
  }
}
