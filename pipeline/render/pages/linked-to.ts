import type { Element, ElementContent, Root, RootContent } from 'hast'
import type { Anchor } from './anchors.js'

/**
 * A destination is the top of an element's box, which in scripts with tall letters, Arabic say, reaches above its line:
 * on the first line of a page, into the page before. Half an em down it is in its own line, and nothing is laid out
 * otherwise by it.
 */
const intoTheLine = 'span[id*="tf-at-"] { position: relative; top: 0.5em }'

/**
 * The document with a link to each anchor at its end, which nobody sees: Chromium tells the place of an id only where a
 * link leads to it.
 */
export function linkedTo(html: Root, anchors: readonly Anchor[]): Root {
  const links: Element = {
    type: 'element',
    tagName: 'div',
    properties: { hidden: true },
    children: [
      {
        type: 'element',
        tagName: 'style',
        properties: {},
        children: [{ type: 'text', value: intoTheLine }],
      },
      ...anchors.map(
        ({ id }): Element => ({
          type: 'element',
          tagName: 'a',
          properties: { href: `#${id}` },
          children: [],
        }),
      ),
    ],
  }
  const extended = <Node extends RootContent | ElementContent>(node: Node): Node => {
    if (node.type !== 'element') return node
    if (node.tagName === 'body') return { ...node, children: [...node.children, links] }
    return node.tagName === 'html' ? { ...node, children: node.children.map(extended) } : node
  }
  return { ...html, children: html.children.map(extended) }
}
