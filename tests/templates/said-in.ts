import type { Nodes } from 'hast'

/** The words of a page's body, as they stand in it. */
export function saidIn(node: Nodes): string {
  if (node.type === 'text') return node.value
  if (node.type === 'element' && node.tagName === 'head') return ''
  return 'children' in node ? node.children.map(saidIn).join('') : ''
}
