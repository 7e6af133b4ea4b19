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

/** The document with page numbers in the elements with `data-page-of`; one whose page is unknown is left empty. */
export function withPages(html: Root, pageOf: ReadonlyMap<string, number>): Root {
  return { ...html, children: html.children.map(child => filled(child, pageOf)) }
}

function filled<Node extends Nodes>(node: Node, pageOf: ReadonlyMap<string, number>): Node {
  if (node.type !== 'element') return node
  const id = askedOf(node)
  if (id === undefined) return { ...node, children: node.children.map(child => filled(child, pageOf)) }
  return { ...node, children: [{ type: 'text', value: String(pageOf.get(id) ?? '') }] }
}

const askedOf = ({ properties }: Element): string | undefined =>
  typeof properties.dataPageOf === 'string' ? properties.dataPageOf : undefined

/** How often a document is printed again whose pages the numbers themselves moved. */
const repeats = 2

/** A document printed with its page numbers; `moved` has the ids whose number is not the page they came to stand on. */
export interface Numbered<Print> {
  readonly printed: Print
  readonly moved: readonly string[]
}

/**
 * Prints a document that names its own pages: once as a draft with placeholders, then with the numbers that the draft
 * gave, and again, at the most twice, while that moved any. One that names no page is printed once.
 *
 * @param print prints a tree; as a draft what only readers need may be left out
 */
export async function printNumbered<Print extends { readonly bytes: Uint8Array }>(
  html: Root,
  print: (html: Root, draft: boolean) => Promise<Print>,
): Promise<Numbered<Print>> {
  const named = namedPages(html)
  if (named.size === 0) return { printed: await print(html, false), moved: [] }
  let places = placesOf((await print(html, true)).bytes).pageOf
  for (let again = 0; ; again++) {
    const printed = await print(withPages(html, places), false)
    const now = placesOf(printed.bytes).pageOf
    const moved = [...named].filter(id => !now.has(id) || now.get(id) !== places.get(id))
    if (moved.length === 0 || again === repeats) return { printed, moved }
    places = now
  }
}
