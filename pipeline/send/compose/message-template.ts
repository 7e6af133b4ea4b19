import type { Slot } from '../../bind/email/pieces.js'
import type { EmailParts } from '../../render/email/parts.js'
import { type Body, encodeBody, fillBody } from './body.js'
import { fillHead, type Head, headOf, type Particulars } from './head.js'
import { mimeOf } from './mime.js'
import { requiredSlots } from './missing-values.js'

/** An email with all that is the same in every message encoded already. */
export interface MessageTemplate {
  readonly head: Head
  readonly body: Body
  /** What every reader must have a value for: see `missingValues`. */
  readonly required: readonly Slot[]
}

/** What a template is made of. */
export interface TemplateInput {
  readonly parts: EmailParts
  /** The pictures by their paths; other files may be among them, as in a build that was kept. */
  readonly images: ReadonlyMap<string, Uint8Array>
  readonly options?: {
    /** Where answers go; to the sender where nothing is said. An address, or a name with one in angle brackets. */
    readonly replyTo?: string | undefined
  }
}

/**
 * Makes of an email's parts what each reader's message is made of (RFC 5322, 2045 to 2047).
 *
 * @throws PartsRefused where no message can be made of them
 */
export function compileMessage({ parts, images, options = {} }: TemplateInput): MessageTemplate {
  const { contentType, parts: body } = mimeOf(parts, images)
  return {
    head: headOf(parts, options.replyTo, contentType),
    body: encodeBody(body),
    required: requiredSlots(parts),
  }
}

/**
 * One reader's message as bytes: ASCII, lines that end in CRLF and have at most 998 characters, those of the body at
 * most 76. The same input gives the same bytes.
 *
 * @throws AddressRefused where it cannot be addressed to the reader
 */
export const renderMessage = (template: MessageTemplate, particulars: Particulars): Buffer =>
  Buffer.concat([
    Buffer.from(fillHead(template.head, particulars), 'latin1'),
    ...fillBody(template.body, particulars.values),
  ])
