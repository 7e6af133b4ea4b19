import type { Element, ElementContent } from 'hast'

/**
 * The same with each heading a rank lower, for who has the page read aloud and for the outline; a section's own heading
 * stays. It looks as it did: the rank is said beside the element, which Chromium's tags and its outline go by.
 */
export const rankedLower = (nodes: readonly ElementContent[]): ElementContent[] =>
  nodes.map(node => {
    if (node.type !== 'element') return node
    const rank = /^h([1-5])$/.exec(node.tagName)?.[1]
    const isLowered = rank !== undefined && !isSection(node)
    return {
      ...node,
      properties: isLowered ? { ...node.properties, ariaLevel: Number(rank) + 1 } : node.properties,
      children: rankedLower(node.children),
    }
  })

const isSection = ({ properties }: Element): boolean => [properties.className].flat().includes('section')
