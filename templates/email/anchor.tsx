import type { ElementContent } from 'hast'
import type { GlobalAttributes } from '../../pipeline/article.js'
import { type EmailState, idOf } from './state.js'

/**
 * The target of links within the email. Gmail jumps to an empty `a` with a `name` and drops `id` from everything else
 * (notes measured on Gmail's web client).
 */
export const anchorAt = (id: string): ElementContent => <a name={id} id={id} />

/** An element's anchor where something links to it, else nothing. */
export const anchorOf = ({ id }: GlobalAttributes, state: EmailState): ElementContent[] =>
  id !== undefined && state.linked.has(id) ? [anchorAt(idOf(id, state))] : []
