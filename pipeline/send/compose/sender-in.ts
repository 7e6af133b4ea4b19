import type { EmailParts } from '../../render/email/parts.js'

/** Whom an email is from, as its header has it; undefined where nobody is named. */
export const senderIn = ({ headers }: Pick<EmailParts, 'headers'>): string | undefined =>
  headers.find(({ name }) => name === 'From')?.value.join('')
