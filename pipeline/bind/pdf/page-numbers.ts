import type { Element, Nodes, Root } from 'hast'
import { visit } from 'unist-util-visit'
import { placesOf } from './destinations.js'

/** The ids whose pages a document names: those of its elements with `data-page-of`. */
export function namedPages(html: Root): ReadonlySet<string> {
  const ids = new Set<string>()
  visit(html, 'element', node => {
    const id = askedOf(node)
    if (id !== undefined) ids.add(id)
  })
  return ids
}

/**
 * The document with page numbers in the elements with `data-page-of`; one whose page is unknown is left empty, and so is
 * a reference that is not to be seen.
 */
export function withPages(
  html: Root,
  pageOf: ReadonlyMap<string, number>,
  unseen: ReadonlySet<string> = new Set(),
): Root {
  const filled = <Node extends Nodes>(node: Node): Node => {
    if (node.type !== 'element') return node
    if (unseen.has(String(node.properties.id))) return { ...node, children: [] }
    const id = askedOf(node)
    const children = id === undefined ? node.children.map(filled) : [textNode(String(pageOf.get(id) ?? ''))]
    return { ...node, children }
  }
  return { ...html, children: html.children.map(filled) }
}

const textNode = (value: string) => ({ type: 'text' as const, value })

/** A document in which every reference has an id, and the id that each refers to, by its own. */
interface Anchored {
  readonly html: Root
  readonly references: ReadonlyMap<string, string>
}

/**
 * Gives an id to the elements with `data-unless-beside`. Chromium writes places only of what a link leads to, so that each
 * has one, which nobody sees and no reader is told of.
 */
function anchored(html: Root): Anchored {
  const references = new Map<string, string>()
  const visited = <Node extends Nodes>(node: Node): Node => {
    if (node.type !== 'element') return node
    const { dataUnlessBeside: target } = node.properties
    const id = typeof target === 'string' ? `tf-reference-${references.size + 1}` : undefined
    if (id !== undefined) references.set(id, String(target))
    const children = node.children.map(visited)
    if (node.tagName === 'body' && references.size > 0) children.push(links(references))
    return { ...node, properties: { ...node.properties, ...(id === undefined ? {} : { id }) }, children }
  }
  return { html: { ...html, children: html.children.map(visited) }, references }
}

const links = (references: Anchored['references']): Element => ({
  type: 'element',
  tagName: 'div',
  properties: { hidden: true },
  children: [...references.keys()].map(id => ({
    type: 'element',
    tagName: 'a',
    properties: { href: `#${id}` },
    children: [],
  })),
})

const askedOf = ({ properties }: Element): string | undefined =>
  typeof properties.dataPageOf === 'string' ? properties.dataPageOf : undefined

/** How often a document is printed again whose pages the numbers themselves moved. */
const repeats = 2

/** A document printed with its page numbers. */
export interface Numbered<Print> {
  readonly printed: Print
  /** The ids whose number is not the page they came to stand on. */
  readonly moved: readonly string[]
  /** Another form of the document, with the same numbers in it and the same references left out. */
  asPrinted(form: Root): Root
}

/**
 * Prints a document that names its own pages: once as a draft with placeholders, then with the numbers that the draft
 * gave, and again, at the most twice, while that moved any. One that names no page is printed once.
 *
 * A reference (`data-unless-beside`) to what is on its own page is left out. One that is left out where it should not be,
 * since that moved it, is put in again and stays, and if that does not help all are: so it comes to an end, and nothing
 * is left out that a reader needs.
 *
 * @param print prints a tree; as a draft what only readers need may be left out
 */
export async function printNumbered<Print extends { readonly bytes: Uint8Array }>(
  document: Root,
  print: (html: Root, draft: boolean) => Promise<Print>,
): Promise<Numbered<Print>> {
  if (namedPages(document).size === 0)
    return { printed: await print(document, false), moved: [], asPrinted: form => form }
  const { html, references } = anchored(document)
  let places = placesOf((await print(html, true)).bytes).pageOf
  let unseen = new Set([...references.keys()].filter(id => isBeside(id, references, places)))
  for (let again = 0; ; again++) {
    const [numbers, leftOut] = [places, unseen]
    const filled = withPages(html, numbers, leftOut)
    const printed = await print(filled, false)
    const now = placesOf(printed.bytes).pageOf
    const moved = [...namedPages(filled)].filter(id => !now.has(id) || now.get(id) !== places.get(id))
    const apart = [...unseen].filter(id => !isBeside(id, references, now))
    if (apart.length === 0 && (moved.length === 0 || again >= repeats)) {
      const asPrinted = (form: Root) => withPages(anchored(form).html, numbers, leftOut)
      return { printed, moved, asPrinted }
    }
    places = now
    if (apart.length > 0)
      unseen = new Set(again + 1 < repeats ? [...unseen].filter(id => !apart.includes(id)) : [])
  }
}

/** Whether a reference is on the page of what it refers to. */
function isBeside(
  id: string,
  references: Anchored['references'],
  pageOf: ReadonlyMap<string, number>,
): boolean {
  const page = pageOf.get(id)
  return page !== undefined && page === pageOf.get(references.get(id) ?? '')
}
