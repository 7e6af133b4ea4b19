import type { ElementContent } from 'hast'

/**
 * What has been said once, to be said again: its words, without what may be in a book only once. Links and the calls of
 * notes stay where they were.
 */
export const again = (nodes: readonly ElementContent[]): ElementContent[] =>
  nodes.flatMap((node): ElementContent[] => {
    if (node.type !== 'element') return [node]
    const { id: _, ...properties } = node.properties
    if ([properties.className].flat().includes('noteref')) return []
    const children = again(node.children)
    return node.tagName === 'a' ? children : [{ ...node, properties, children }]
  })
