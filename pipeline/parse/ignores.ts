import type { Nodes, Parents, Root } from 'mdast'
import type { Position } from 'unist'
import { visitParents } from 'unist-util-visit-parents'
import { type Ignore, readIgnore } from '../check/ignores.js'
import type { Report } from '../messages.js'
import { type MergeTag, unmasked } from './merge-tags.js'

/**
 * The comments of a text that silence rules. Those in code are code: only what the parser takes for HTML is looked at.
 *
 * @param tags the merge tags that are masked in the tree
 */
export function readIgnores(tree: Root, tags: readonly MergeTag[], report: Report): Ignore[] {
  const found: Ignore[] = []
  visitParents(tree, 'html', (node, ancestors) => {
    if (!node.position) return
    for (const [, comment = ''] of node.value.matchAll(/<!--(.*?)-->/gs)) {
      const said = readIgnore(unmasked(comment, tags))
      if (!said) continue
      if ('fault' in said) {
        report('ignore-invalid', said.fault, node.position)
        continue
      }
      const { isOfFile, rules, reason } = said
      const block = isOfFile ? undefined : blockOf(node, ancestors)
      found.push({ rules, reason, place: node.position, ...(block ? { block } : {}) })
    }
  })
  return found
}

/** Blocks of words, and the table, whose cells are written in one line. */
const blocks = new Set(['paragraph', 'heading', 'table'])

/** What a comment is about: the block that it stands in, the HTML that it begins, or the block after it. */
function blockOf(node: Nodes, ancestors: readonly Parents[]): Position {
  const around = ancestors.findLast(({ type }) => blocks.has(type)) ?? node
  const isAlone = around === node && isComments(node)
  const target = isAlone ? nextBlock(node, ancestors.at(-1)) : around
  // With nothing after it there is nothing to silence but the comment.
  return (target ?? node).position ?? { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } }
}

function nextBlock(node: Nodes, parent: Parents | undefined): Nodes | undefined {
  const siblings: readonly Nodes[] = parent?.children ?? []
  return siblings.slice(siblings.indexOf(node) + 1).find(each => !isComments(each))
}

const isComments = (node: Nodes): boolean =>
  node.type === 'html' && node.value.replace(/<!--.*?-->/gs, '').trim() === ''
