import { fill } from '../../../bind/email/fill.js'
import type { Pieces, Slot } from '../../../bind/email/pieces.js'
import type { Service } from './service.js'

/** A service and the publication's own names of its fields. */
export interface ServiceForm {
  readonly service: Service
  /** By the names of merge tags (`email.fields`). */
  readonly fields: Readonly<Record<string, string>>
}

/** The tag as the service has it, in the tag's place; undefined where it has no form there. */
export function formOf(slot: Slot, { service, fields }: ServiceForm): string | undefined {
  const { name, default: fallback, context } = slot
  const field = service.fieldOf(Object.hasOwn(fields, name) ? (fields[name] ?? name) : name)
  return field === undefined ? undefined : service.tag({ field, default: fallback, context })
}

/** A text of an email with the tags of a service in it, or their defaults where it has no form for them. */
export const serviceText = (pieces: Pieces, form: ServiceForm, medium: 'html' | 'text'): string =>
  pieces
    .map(piece => {
      if (typeof piece !== 'string') return formOf(piece, form) ?? fill([piece], {})
      const { service } = form
      return medium === 'html' ? (service.html?.(piece) ?? piece) : service.literal(piece)
    })
    .join('')
