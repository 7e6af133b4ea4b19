import { fillSlot, type Values } from '../../bind/email/fill.js'
import type { Pieces, Slot } from '../../bind/email/pieces.js'
import type { EmailParts } from '../../render/email/parts.js'

/** The slots that nothing would stand in for a reader without a value of their own, each name and context once. */
export function requiredSlots({ subject, headers, text, html }: EmailParts): readonly Slot[] {
  const all: Pieces = [...subject, ...headers.flatMap(({ value }) => value), ...text, ...html]
  const bare = all.filter(piece => typeof piece !== 'string').filter(slot => fillSlot(slot, {}) === '')
  return [...new Map(bare.map(slot => [`${slot.context} ${slot.name}`, slot])).values()]
}

/**
 * The names of what a reader has no value for and nothing else could stand in place of. A value that may not stand where
 * it is asked for, an address that is none say, is as good as none.
 *
 * @param required of `requiredSlots`, found once for all readers
 */
export function missingValues(required: readonly Slot[], values: Values): string[] {
  const missing = required.filter(slot => fillSlot(slot, values) === '')
  return missing.length === 0 ? [] : [...new Set(missing.map(({ name }) => name))]
}
