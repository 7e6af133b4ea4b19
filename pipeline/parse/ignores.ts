import type { Html, Nodes, Parents, Root } from 'mdast'
import { visitParents } from 'unist-util-visit-parents'
import { type Ignore, readIgnore } from '../check/ignores.js'
import type { Report } from '../messages.js'
import { type MergeTag, unmasked } from './merge-tags.js'

/**
 * The comments of a text that silence rules. Those in code are code: only what the parser takes for HTML is looked at.
 *
 * @param source the masked text
 * @param tags the merge tags that are masked in the tree
 */
export function readIgnores(tree: Root, source: string, tags: readonly MergeTag[], report: Report): Ignore[] {
  const found: Ignore[] = []
  if (!source.includes('<!--')) return found
  visitParents(tree, 'html', (node, ancestors) => {
    const { position } = node
    if (!position) return
    for (const [, comment = ''] of node.value.matchAll(/<!--(.*?)-->/gs)) {
      const block = () => blockOf(node, ancestors)?.position ?? position
      const ignore = readIgnore(unmasked(comment, tags), position, block, report)
      if (ignore) found.push(ignore)
    }
  })
  return found
}

/** Blocks of words, and the table, whose cells are written in one line. */
const blocks = new Set(['paragraph', 'heading', 'table'])

/**
 * What a comment is about: the block that it stands in, the HTML that it begins, or the block after it. Undefined where
 * nothing comes after it.
 */
function blockOf(node: Html, ancestors: readonly Parents[]): Nodes | undefined {
  const around = ancestors.findLast(({ type }) => blocks.has(type))
  if (around) return around
  return isComments(node) ? nextBlock(node, ancestors.at(-1)) : node
}

function nextBlock(node: Nodes, parent: Parents | undefined): Nodes | undefined {
  const siblings: readonly Nodes[] = parent?.children ?? []
  return siblings.slice(siblings.indexOf(node) + 1).find(each => !isComments(each))
}

const isComments = (node: Nodes): boolean =>
  node.type === 'html' && node.value.replace(/<!--.*?-->/gs, '').trim() === ''
