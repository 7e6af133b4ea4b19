import { fillSlot, type Values } from '../bind/email/fill.js'
import type { Pieces, Slot } from '../bind/email/pieces.js'
import { mergeTagSource, type TagName } from '../merge-tag.js'
import type { EmailParts } from '../render/email/parts.js'

/** Many times what anybody types into a form. */
const mostCharacters = 8192

/** The values of a made-up reader, as a page's address has them: JSON, by the names of tags. Anything else is nobody. */
export function sampleReader(written: string | undefined): Values {
  if (written === undefined || written.length > mostCharacters) return {}
  try {
    const read: unknown = JSON.parse(written)
    if (typeof read !== 'object' || read === null) return {}
    return Object.fromEntries(Object.entries(read).filter(([, value]) => typeof value === 'string'))
  } catch {
    return {}
  }
}

/** What stands in a slot: the reader's value, its default, or, where words stand, the tag as it was written. */
export const shownIn = (slot: Slot, values: Values): string =>
  fillSlot(slot, values) || (isWords(slot) ? fillSlot({ ...slot, default: mergeTagSource(slot) }, {}) : '')

/** A text as a made-up reader gets it. */
export const filledFor = (pieces: Pieces, values: Values): string =>
  pieces.map(piece => (typeof piece === 'string' ? piece : shownIn(piece, values))).join('')

const isWords = ({ context }: Slot) => ['html', 'attribute', 'text', 'header'].includes(context)

/** Every tag of an email that a reader has a value for, each once, with the first default that is given for it. */
export function tagsOf({ subject, html, text }: EmailParts): readonly TagName[] {
  const found = new Map<string, TagName>()
  for (const piece of [...subject, ...html, ...text]) {
    if (typeof piece === 'string' || addresses.has(piece.name)) continue
    const before = found.get(piece.name)
    if (!before || before.default === undefined)
      found.set(piece.name, {
        name: piece.name,
        ...(piece.default === undefined ? {} : { default: piece.default }),
      })
  }
  return [...found.values()]
}

/** Who sends knows these, and nobody types them. */
const addresses: ReadonlySet<string> = new Set(['unsubscribe_url', 'view_url'])
