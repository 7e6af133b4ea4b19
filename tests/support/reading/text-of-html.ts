import type { Nodes } from 'hast'
import { fromHtml } from 'hast-util-from-html'

/** What a person gets out of a page: its words, alternative texts where pictures stand, and where its links lead. */
export interface Reading {
  /** In reading order; white space is as it comes. */
  readonly text: string
  /** As written, in reading order. */
  readonly links: readonly string[]
}

/** Elements that stand in a line: every other one ends it. */
const inLine = new Set(
  'a abbr b bdi bdo cite code del dfn em font i ins kbd mark q rp rt ruby s samp small span strong sub sup time u'.split(
    ' ',
  ),
)

/** Elements whose content nobody reads. `annotation` is a formula's TeX beside its MathML. */
const unread = new Set(['head', 'style', 'script', 'template', 'annotation', 'annotation-xml'])

/** Reads a page of HTML, or one of XHTML that has no element closed in its opening tag but empty ones. */
export function readHtml(html: string): Reading {
  const links: string[] = []
  const text = wordsOf(fromHtml(html), links)
  return { text, links }
}

function wordsOf(node: Nodes, links: string[]): string {
  if (node.type === 'text') return node.value
  if (node.type === 'root') return node.children.map(child => wordsOf(child, links)).join('')
  if (node.type !== 'element' || unread.has(node.tagName)) return ''
  const { tagName, properties, children } = node
  if (typeof properties.href === 'string') links.push(properties.href)
  if (tagName === 'img') return ` ${String(properties.alt ?? '')} `
  const words = children.map(child => wordsOf(child, links)).join('')
  return inLine.has(tagName) || isFormula(tagName) ? words : `\n${words}\n`
}

/** MathML's own elements are words of one formula. */
const isFormula = (tagName: string) =>
  /^(?:m[a-z]+|semantics)$/.test(tagName) && tagName !== 'main' && tagName !== 'map'
