import type { Element, Nodes, Root } from 'hast'
import { toHtml } from 'hast-util-to-html'

/**
 * A tree as the text of an HTML document, without what could lead the page away from itself: `meta
 * http-equiv`, which can name another page to go to, and `script`. The tree stays as it is.
 */
export function serialise(html: Root): string {
  const children = html.children.filter(isHarmless).map(disarm)
  // Without a doctype Chromium lays out in quirks mode.
  const standard = children.some(node => node.type === 'doctype')
  return toHtml({ type: 'root', children: standard ? children : [{ type: 'doctype' }, ...children] })
}

function isHarmless(node: Nodes): boolean {
  if (node.type !== 'element') return true
  return node.tagName !== 'script' && !(node.tagName === 'meta' && node.properties.httpEquiv !== undefined)
}

function disarm<Node extends Nodes>(node: Node): Node {
  if (node.type !== 'element') return node
  const children = (node as Element).children.filter(isHarmless)
  return { ...node, children: node.tagName === 'style' ? children.map(confine) : children.map(disarm) }
}

/** Keeps a string in a style sheet from ending the `style` element; `\/` is a slash to CSS, too. */
function confine<Node extends Nodes>(node: Node): Node {
  return node.type === 'text' ? { ...node, value: node.value.replaceAll('</', '<\\/') } : node
}
