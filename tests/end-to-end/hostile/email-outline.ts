import type { Nodes } from 'hast'
import { fromHtml } from 'hast-util-from-html'

/** Attributes whose value is an article's words. */
const worded = new Set(['href', 'src', 'alt', 'title', 'id', 'name', 'ariaLabel', 'content'])

/**
 * A message's HTML as a parser reads it, without its words: each element with its attributes, the value of those that
 * hold no words, style sheets and comments whole.
 */
export function emailOutline(html: string): string[] {
  return linesOf(fromHtml(html), '')
}

function linesOf(node: Nodes, indent: string): string[] {
  if (node.type === 'comment') return [`${indent}<!--${node.value}`]
  if (node.type === 'doctype') return [`${indent}doctype`]
  if (node.type === 'text' || node.type === 'raw') return []
  const inside = node.children.flatMap(child => linesOf(child, `${indent} `))
  if (node.type === 'root') return inside
  const attributes = Object.entries(node.properties).map(([name, value]) =>
    worded.has(name) ? name : `${name}=${JSON.stringify(value)}`,
  )
  const sheet = node.tagName === 'style' ? node.children.map(child => 'value' in child && child.value) : []
  return [`${indent}${[node.tagName, ...attributes, ...sheet].join(' ')}`, ...inside]
}
