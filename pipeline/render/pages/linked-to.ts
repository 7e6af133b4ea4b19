import type { Element, ElementContent, Root, RootContent } from 'hast'
import type { Anchor } from './anchors.js'

/**
 * The document with a link to each anchor at its end, which nobody sees: Chromium tells the place of an id only where a
 * link leads to it.
 */
export function linkedTo(html: Root, anchors: readonly Anchor[]): Root {
  const links: Element = {
    type: 'element',
    tagName: 'div',
    properties: { hidden: true },
    children: anchors.map(({ id }) => ({
      type: 'element',
      tagName: 'a',
      properties: { href: `#${id}` },
      children: [],
    })),
  }
  const extended = <Node extends RootContent | ElementContent>(node: Node): Node => {
    if (node.type !== 'element') return node
    if (node.tagName === 'body') return { ...node, children: [...node.children, links] }
    return node.tagName === 'html' ? { ...node, children: node.children.map(extended) } : node
  }
  return { ...html, children: html.children.map(extended) }
}
