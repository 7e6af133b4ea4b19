import type { ArticleRoot } from '../../pipeline/article.js'
import { type VocabularyRow, vocabulary } from '../../pipeline/vocabulary.js'

type Node = {
  type: string
  tagName?: string
  value?: string
  properties?: Record<string, unknown>
  children?: Node[]
  position?: { start?: unknown }
}

const table: Readonly<Record<string, VocabularyRow>> = vocabulary

/** Every way in which a tree is not what the vocabulary's table says: names, places, attributes, positions. */
export function faultsOf(tree: ArticleRoot): string[] {
  const faults: string[] = []
  const root = tree as unknown as Node
  for (const child of root.children ?? []) visit(child, ['block'], 'root', faults)
  return faults
}

function visit(node: Node, holds: readonly string[], parent: string, faults: string[]): void {
  if (!node.position?.start) faults.push(`${node.tagName ?? 'text'} in ${parent} has no position`)
  if (node.type === 'text') {
    if (!holds.some(held => held === 'inline' || held === 'text' || held === 'mathml'))
      faults.push(`text in ${parent}: ${node.value}`)
    if (node.value === '') faults.push(`empty text in ${parent}`)
    return
  }
  const name = node.tagName ?? ''
  if (holds.includes('mathml')) {
    for (const child of node.children ?? []) visit(child, ['mathml'], name, faults)
    return
  }
  const row = Object.hasOwn(table, name) ? table[name] : undefined
  if (!row) {
    faults.push(`${name} in ${parent} is not in the vocabulary`)
    return
  }
  if (!holds.includes(row.is) && !holds.includes(name)) faults.push(`${name} may not stand in ${parent}`)
  const known = new Set(['id', 'lang', 'dir', ...Object.keys(row.needs), ...Object.keys(row.takes)])
  for (const key of Object.keys(node.properties ?? {})) if (!known.has(key)) faults.push(`${name} has ${key}`)
  for (const key of Object.keys(row.needs))
    if (node.properties?.[key] === undefined) faults.push(`${name} lacks ${key}`)
  for (const child of node.children ?? []) visit(child, row.holds, name, faults)
}
