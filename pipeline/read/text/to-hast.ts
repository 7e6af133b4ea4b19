import type { Element, ElementContent, Root } from 'hast'
import { type Block, type Kind, placeOf } from './block.js'

/** What holds blocks of a kind that follow each other with one group. */
const holders: Readonly<Partial<Record<Kind, string>>> = {
  item: 'ul',
  step: 'ol',
  quotation: 'blockquote',
  cited: 'blockquote',
  stanza: 'tf-verse',
}
const tags: Readonly<Partial<Record<Kind, string>>> = {
  heading: 'h2',
  item: 'li',
  step: 'li',
  cited: 'footer',
  rule: 'hr',
}

/** Kinds that are in the front matter, or nowhere. */
const elsewhere = new Set<Kind>([
  'title',
  'standfirst',
  'author',
  'affiliation',
  'date',
  'disclosure',
  'bio',
  'source',
  'furniture',
])

/** Whether a block is in the article's tree. */
export const isInTree = (block: Block): boolean => !elsewhere.has(block.kind)

/** The blocks as an HTML tree, of the elements that the transforms adopt. */
export function toHast(
  blocks: readonly Block[],
  inlines: ReadonlyMap<Block, readonly ElementContent[]>,
): Root {
  const children: Element[] = []
  let holder: { element: Element; group: number | undefined } | undefined
  for (const block of blocks.filter(isInTree)) {
    const made = elementOf(block, inlines.get(block) ?? [])
    const tagName = holders[block.kind]
    if (tagName === undefined) {
      holder = undefined
      children.push(made)
    } else if (holder?.element.tagName === tagName && holder.group === block.group) {
      add(holder.element, made)
    } else {
      const properties = block.letters ? { type: 'a' } : {}
      const element: Element = {
        type: 'element',
        tagName,
        properties,
        children: [made],
        position: placeOf(block),
      }
      holder = { element, group: block.group }
      children.push(element)
    }
  }
  return { type: 'root', children }
}

function add(holder: Element, made: Element): void {
  holder.children.push(made)
  if (holder.position && made.position)
    holder.position = { start: holder.position.start, end: made.position.end }
}

function elementOf(block: Block, inlines: readonly ElementContent[]): Element {
  const position = placeOf(block)
  const tagName = tags[block.kind] ?? 'p'
  const children = tagName === 'hr' ? [] : block.kind === 'turn' ? spoken(block, inlines) : [...inlines]
  return { type: 'element', tagName, properties: {}, children, position }
}

/** What somebody says, after the name in bold. */
function spoken({ label = '' }: Block, inlines: readonly ElementContent[]): ElementContent[] {
  const [first, ...rest] = inlines
  if (first?.type !== 'text') return [...inlines]
  const name: Element = {
    type: 'element',
    tagName: 'strong',
    properties: {},
    children: [{ ...first, value: first.value.slice(0, label.length) }],
    ...(first.position ? { position: first.position } : {}),
  }
  return [name, { ...first, value: first.value.slice(label.length) }, ...rest]
}
