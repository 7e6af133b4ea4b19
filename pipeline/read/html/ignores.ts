import type { Nodes, Parents, Root } from 'hast'
import type { Position } from 'unist'
import { visitParents } from 'unist-util-visit-parents'
import { type Ignore, readIgnore } from '../../check/ignores.js'
import type { Report } from '../../messages.js'

/** The comments of a page that silence rules, each for the block that it stands in or before. */
export function ignoresIn(page: Root, report: Report): Ignore[] {
  const found: Ignore[] = []
  visitParents(page, 'comment', (node, ancestors) => {
    const { position, value } = node
    const ignore = position && readIgnore(value, position, () => blockOf(node, ancestors) ?? position, report)
    if (ignore) found.push(ignore)
  })
  return found
}

const blocks = new Set(['p', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'table'])

function blockOf(node: Nodes, ancestors: readonly Parents[]): Position | undefined {
  const around = ancestors.findLast(each => each.type === 'element' && blocks.has(each.tagName))
  if (around) return around.position
  const siblings: readonly Nodes[] = ancestors.at(-1)?.children ?? []
  return siblings.slice(siblings.indexOf(node) + 1).find(({ type }) => type === 'element')?.position
}
