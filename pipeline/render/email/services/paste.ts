import type { Element, ElementContent, Nodes, Root } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { fill } from '../../../bind/email/fill.js'
import { type Piece, piecesOf } from '../../../bind/email/pieces.js'
import { formOf, type ServiceForm } from './form.js'

/**
 * The page to copy from as HTML. A tag is words there, as somebody would type it into the editor, or its default where
 * the service fills no tags in what is pasted; an address has it in the same way.
 */
export function pasteHtml(tree: Root, form: ServiceForm): string {
  const typed = form.service.paste === 'tags'
  const said = (piece: Piece): string => {
    if (typeof piece === 'string') return typed ? form.service.literal(piece) : piece
    return (typed ? formOf(piece, form) : undefined) ?? fill([piece], {})
  }
  const words = (value: string) => piecesOf(value, 'text').map(said).join('')
  return `${toHtml(changed(tree, words))}\n`
}

function changed<Node extends Nodes>(node: Node, words: (value: string) => string): Node {
  if (node.type === 'text') return { ...node, value: words(node.value) }
  if (node.type === 'root') return { ...node, children: node.children.map(child => changed(child, words)) }
  if (node.type !== 'element') return node
  const properties = Object.fromEntries(
    Object.entries(node.properties).map(([name, value]) => [
      name,
      typeof value === 'string' ? words(value) : value,
    ]),
  )
  return { ...node, properties, children: childrenOf(node, words) }
}

/** A link that no default leads anywhere is its words. */
const childrenOf = ({ children }: Element, words: (value: string) => string): ElementContent[] =>
  children.flatMap(child => {
    const made = changed(child, words)
    return made.type === 'element' && made.tagName === 'a' && made.properties.href === ''
      ? made.children
      : [made]
  })
