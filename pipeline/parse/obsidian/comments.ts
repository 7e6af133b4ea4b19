import type { Nodes, Parents, Root } from 'mdast'
import type { Report } from '../../messages.js'
import { plainSigns } from './plain-signs.js'

/** A `%%` in the text of a document: the text it stands in, and where in that. */
interface Fence {
  readonly node: Extract<Nodes, { type: 'text' }>
  readonly at: number
}

/**
 * Takes Obsidian's private comments out, `%%like this%%`, over several blocks too, with all that stands in them. A `%%`
 * that no other closes is text, and so is one in code.
 */
export function dropComments(tree: Root, source: string, report: Report): void {
  const fences = fencesIn(tree, source)
  if (fences.length < 2) return
  const open = new Set(fences.slice(0, fences.length - (fences.length % 2)))
  let inside = false
  const next = [...open]
  const strip = (parent: Parents): void => {
    const kept: Nodes[] = []
    for (const child of parent.children as Nodes[]) {
      const wasInside = inside
      if (child.type === 'text') {
        const value = outside(child)
        if (value !== '' || child.value === '') kept.push({ ...child, value })
        continue
      }
      const before = 'children' in child ? child.children.length : 0
      if ('children' in child) strip(child)
      const emptied = before > 0 && 'children' in child && child.children.length === 0
      if (!(wasInside && inside) && !emptied) kept.push(child)
      else if (wasInside && inside && 'children' in child && child.children.length > 0) kept.push(child)
    }
    parent.children = kept as typeof parent.children
  }
  const outside = (node: Fence['node']): string => {
    let rest = ''
    let from = 0
    for (let fence = next[0]; fence?.node === node; fence = next[0]) {
      next.shift()
      if (!inside) {
        rest += node.value.slice(from, fence.at)
        report(
          'comment-dropped',
          'Unexpected `%%`, which begins a private comment: it is in no output; write `\\%\\%` where you mean the signs',
          node.position?.start,
        )
      }
      inside = !inside
      from = fence.at + 2
    }
    return inside ? rest : rest + node.value.slice(from)
  }
  strip(tree)
}

function fencesIn(node: Nodes, source: string): Fence[] {
  if (node.type === 'text') {
    if (!node.value.includes('%%')) return []
    const isPlain = plainSigns(node, source)
    return [...node.value.matchAll(/%%/g)]
      .filter(({ index }) => isPlain(index) && isPlain(index + 1))
      .map(({ index }) => ({ node, at: index }))
  }
  return 'children' in node ? (node.children as Nodes[]).flatMap(child => fencesIn(child, source)) : []
}
