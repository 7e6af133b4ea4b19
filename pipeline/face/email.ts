/**
 * The email by itself: template, plain text and binder.
 *
 * @module trifold/email
 */
export {
  defaultEmailTemplate,
  type EmailTemplate,
  emailTemplate,
} from '../../templates/email/email.js'
export type { EmailLayout } from '../../templates/email/layout/parts.js'
export type { EmailHandlers, EmailNode, EmailState } from '../../templates/email/state.js'
export { textElements } from '../../templates/email/text/elements.js'
export type { TextHandlers, TextPiece, TextState } from '../../templates/email/text/state.js'
export { textTemplate } from '../../templates/email/text/text.js'
export { bindEmail } from '../bind/email/bind.js'
export { fill, type Values } from '../bind/email/fill.js'
export type { Context, Piece, Pieces, Slot } from '../bind/email/pieces.js'
export type { EmailParts } from '../render/email/parts.js'
