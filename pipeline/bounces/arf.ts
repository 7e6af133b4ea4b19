import { defined } from '../parse/defined.js'
import type { Notice } from './bounce.js'
import { fieldGroups } from './field-groups.js'
import { oneLine } from './one-line.js'

/**
 * Types of reports (RFC 5965, 7.3) that are a reader's word against the message. The others are not: `not-spam` takes it
 * back (RFC 6430), `auth-failure` is about signatures (RFC 6591), `virus` is a program's.
 */
const complaints = new Set(['abuse', 'fraud', 'opt-out'])

/**
 * Reads a complaint: the part `message/feedback-report` (RFC 5965), which mail services send to those that ask for it.
 */
export async function readFeedback(part: string): Promise<Notice> {
  const [fields] = await fieldGroups(part)
  const type = fields?.get('feedback-type')?.trim().toLowerCase() ?? ''
  const recipient = fields?.get('original-rcpt-to')
  return {
    kind: complaints.has(type) ? 'complaint' : 'other',
    ...defined({
      recipient: recipient === undefined ? undefined : oneLine(recipient.replace(/[<>]/g, '')),
      diagnostic: oneLine(`${type} ${fields?.get('user-agent') ?? ''}`),
    }),
  }
}
