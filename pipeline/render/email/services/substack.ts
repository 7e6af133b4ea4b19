import { allBraces } from './braces.js'
import type { Service } from './service.js'

/**
 * Substack, which has no merge tags: their defaults stand. Nothing of its documentation that could be found names any. It
 * takes a post by its editor only, and adds the way out and the address by itself.
 */
export const substack: Service = {
  title: 'Substack',
  fieldOf: () => undefined,
  tag: () => undefined,
  reserved: allBraces,
  literal: words => words,
  footer: 'theirs',
  paste: 'defaults',
}
