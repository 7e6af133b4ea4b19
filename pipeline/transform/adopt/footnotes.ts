import type { Element, ElementContent } from 'hast'
import type { BlockElement } from '../../article.js'
import { type Adopter, attribute } from './adopter.js'
import { elementsOf } from './elements-of.js'
import { labelOf } from './inlines.js'

/** A footnote as Markdown writes it, kept until the notes are numbered. */
export function writtenNote(node: Element, adopter: Adopter): BlockElement[] {
  keepNote(attribute(adopter, node, 'label') ?? '', node, adopter)
  return []
}

/** A section of footnotes as remark-rehype and GitHub make it. */
export function footnotes(node: Element, adopter: Adopter): BlockElement[] {
  const list = elementsOf(node).find(child => child.tagName === 'ol')
  for (const item of list ? elementsOf(list) : []) keepNote(labelOf(item.properties.id), item, adopter)
  return []
}

function keepNote(label: string, node: Element, adopter: Adopter): void {
  if (adopter.notes.has(label)) {
    const reason = `Unexpected second footnote \`${label.toLowerCase()}\`; it is kept at the end, give it a label of its own`
    adopter.report('note-repeated', reason, adopter.place(node))
    keepNote(`${label}-2`, node, adopter)
    return
  }
  const children: BlockElement[] = []
  // Entered before its content is read, which may hold a note of the same label.
  adopter.notes.set(label, { label, children, position: adopter.place(node) })
  children.push(...adopter.blocks(withoutBacklinks(node).children))
}

function withoutBacklinks(node: Element): Element {
  const children = node.children.flatMap((child): ElementContent[] => {
    if (child.type !== 'element') return [child]
    return child.properties.dataFootnoteBackref === undefined ? [withoutBacklinks(child)] : []
  })
  return { ...node, children }
}
