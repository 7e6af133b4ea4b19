import type { Nodes, Root } from 'hast'
import { controls } from '../../parse/front-matter-values.js'

/**
 * The tree without control characters in its texts and attributes: a character reference in HTML, and a caller's own
 * tree, can bring in what no file can. No format may carry them (XML 1.0, 2.2), and a merge tag's token is framed by two.
 */
export const withoutControls = (root: Root): Root => cleaned(root)

function cleaned<Node extends Nodes>(node: Node): Node {
  if (node.type === 'text') {
    const value = clean(node.value)
    return value === node.value ? node : { ...node, value }
  }
  if (node.type !== 'element' && node.type !== 'root') return node
  const children = node.children.map(cleaned)
  const same = children.every((child, index) => child === node.children[index])
  if (node.type === 'root') return same ? node : { ...node, children }
  const entries = Object.entries(node.properties)
  const properties = entries.map(([name, value]) => [name, cleanValue(value)] as const)
  if (same && properties.every(([, value], index) => value === entries[index]?.[1])) return node
  return { ...node, properties: Object.fromEntries(properties), children }
}

function cleanValue<Value>(value: Value): Value | string | unknown[] {
  if (typeof value === 'string') return clean(value)
  if (!Array.isArray(value)) return value
  const items: unknown[] = value.map(cleanValue)
  return items.every((item, index) => item === value[index]) ? value : items
}

/** What word processors leave for a line break parts words. */
const clean = (text: string) => text.replace(/[\v\f\u0085]/g, ' ').replace(controls, '')
