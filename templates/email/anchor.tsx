import type { ElementContent } from 'hast'
import type { AnyElement, ElementName, GlobalAttributes } from '../../pipeline/article.js'
import { idOf } from './addresses.js'
import type { EmailState } from './state.js'

/**
 * The target of links within the email. Gmail jumps to an empty `a` with a `name` and drops `id` from everything else
 * (notes measured on Gmail's web client).
 */
export const anchorAt = (id: string): ElementContent => <a name={id} id={id} />

/** An element's anchor where something links to it, else nothing. */
export const anchorOf = ({ id }: GlobalAttributes, state: EmailState): ElementContent[] =>
  id !== undefined && state.linked.has(id) ? [anchorAt(idOf(id, state))] : []

/** Elements before which HTML admits no anchor, or that have one of their own: their handlers place it. */
const placeTheirOwn = new Set<ElementName>([
  ...(['attribution', 'caption', 'credit', 'dd', 'dt', 'figcaption', 'label', 'li', 'line', 'note'] as const),
  ...(['noteref', 'rp', 'rt', 'summary', 'tbody', 'td', 'tfoot', 'th', 'thead', 'token', 'tr'] as const),
])

/** The anchor that goes before an element. */
export const anchorBefore = (node: AnyElement, state: EmailState): ElementContent[] =>
  placeTheirOwn.has(node.tagName) ? [] : anchorOf(node.properties, state)
