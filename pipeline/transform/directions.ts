import type { AnyElement, ArticleNode, ArticleRoot } from '../article.js'
import type { Report } from '../messages.js'
import {
  type DirectionReader,
  directionReader,
  settledDirection,
  turns,
} from '../parse/direction-controls.js'
import { type VocabularyRow, vocabulary } from '../vocabulary.js'

/** Attributes that a reader is shown. */
const shown = ['alt', 'title', 'description', 'provider'] as const

/** Source, of which no sign may change: a line of it ends what it began. A formula is no text. */
const asWritten = new Set(['pre', 'math', 'equation'])

const rows: Readonly<Record<string, VocabularyRow>> = vocabulary

/**
 * Ends, with the element that it stands in, what turns the direction of the words after it: a link, a name or a file's
 * name turns nothing but itself. Overrides are left out, but for those in code.
 */
export function settleDirections(tree: ArticleRoot, report: Report): void {
  const changed: AnyElement[] = []
  for (const node of tree.children) settle(node, changed)
  const [first] = changed
  if (!first) return
  const others = changed.length > 1 ? ` and ${changed.length - 1} more` : ''
  report(
    'direction-control',
    `Unexpected characters that turn the direction of what follows, in \`${first.tagName}\`${others}; they were ended there or left out`,
    first.position,
  )
}

function settle(node: AnyElement, changed: AnyElement[]): void {
  if (asWritten.has(node.tagName)) return
  let isChanged = settleAttributes(node)
  const reader = directionReader(node.tagName === 'code')
  const children: ArticleNode[] = []
  for (const child of node.children as readonly ArticleNode[]) {
    if (child.type === 'text') {
      const value = turns(child.value) ? reader.read(child.value) : child.value
      if (value !== child.value) isChanged = true
      children.push({ ...child, value })
      continue
    }
    // A line's end and a block end a run of words.
    if (child.tagName === 'br' || rows[child.tagName]?.is !== 'inline')
      isChanged = end(reader, children) || isChanged
    settle(child, changed)
    children.push(child)
  }
  isChanged = end(reader, children) || isChanged
  if (!isChanged) return
  changed.push(node)
  // The same kinds of children: a text more at most, where there was one.
  ;(node as { children: readonly ArticleNode[] }).children = children
}

/** Ends what is open after the children so far. @returns whether something was */
function end(reader: DirectionReader, children: ArticleNode[]): boolean {
  const value = reader.end()
  if (value === '') return false
  const last = children.at(-1)
  if (last?.type === 'text') children[children.length - 1] = { ...last, value: last.value + value }
  else
    children.push({
      type: 'text',
      value,
      ...(last?.position ? { position: last.position } : {}),
    } as ArticleNode)
  return true
}

function settleAttributes(node: AnyElement): boolean {
  const properties = node.properties as Record<string, unknown>
  let isChanged = false
  for (const name of shown) {
    const value = properties[name]
    if (typeof value !== 'string' || settledDirection(value) === value) continue
    properties[name] = settledDirection(value)
    isChanged = true
  }
  return isChanged
}
