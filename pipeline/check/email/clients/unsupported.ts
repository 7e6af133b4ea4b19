import { clients } from './clients.js'
import { support } from './support.js'

/** A feature as people call it, and the clients that lack it, in the order of the list. */
export interface Unsupported {
  readonly title: string
  readonly names: readonly string[]
}

/** The clients of the list that do not support a feature. One that supports it in part does; what is unknown is no no. */
export function unsupportedBy(feature: string): Unsupported {
  const [title, letters] = support[feature] ?? [feature, '']
  return { title, names: clients.flatMap(({ name }, index) => (letters[index] === 'n' ? name : [])) }
}
