import type { Nodes } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import type { Reading } from './reading.js'

/** Elements that stand in a line: every other one ends it. */
const inLine = new Set(
  'a abbr b bdi bdo cite code del dfn em font i ins kbd mark q rp rt ruby s samp small span strong sub sup time u'.split(
    ' ',
  ),
)

/** Elements whose content nobody reads. `annotation` is a formula's TeX beside its MathML. */
const unread = new Set(['head', 'style', 'script', 'template', 'annotation', 'annotation-xml'])

/** Reads a page of HTML, or one of XHTML that has no element closed in its opening tag but empty ones. */
export const readHtml = (html: string): Reading => readTree(fromHtml(html))

/** Reads a page that is parsed. */
export function readTree(tree: Nodes): Reading {
  const links: string[] = []
  const parts: string[] = []
  const read = (node: Nodes): void => {
    if (node.type === 'text') parts.push(node.value)
    if (!('children' in node) || (node.type === 'element' && unread.has(node.tagName))) return
    if (node.type !== 'element') {
      for (const child of node.children) read(child)
      return
    }
    const { tagName, properties } = node
    if (typeof properties.href === 'string') links.push(properties.href)
    if (tagName === 'img') parts.push(` ${String(properties.alt ?? '')} `)
    const ends = inLine.has(tagName) || isFormula(tagName) ? '' : '\n'
    parts.push(ends)
    for (const child of node.children) read(child)
    parts.push(ends)
  }
  read(tree)
  return { text: parts.join(''), links }
}

/** MathML's own elements are words of one formula. */
const isFormula = (tagName: string) =>
  /^(?:m[a-z]+|semantics)$/.test(tagName) && tagName !== 'main' && tagName !== 'map'
