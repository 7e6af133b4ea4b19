import type { Element } from 'hast'

/** A node's children that are elements. */
export const elementsOf = (node: Element): Element[] =>
  node.children.filter(child => child.type === 'element')
