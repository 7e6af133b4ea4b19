import { defined } from '../parse/defined.js'
import type { Notice } from './bounce.js'
import { type Fields, fieldGroups } from './field-groups.js'
import { oneLine } from './one-line.js'
import { isGone, statusIn } from './status.js'

/** Which of several is told of: the worst. */
const byWeight = ['hard', 'soft', 'other'] as const

/**
 * Reads a delivery status notification: the part `message/delivery-status` (RFC 3464), which has a group of fields of the
 * message and one for each recipient.
 */
export async function readDsn(part: string): Promise<Notice> {
  const groups = await fieldGroups(part)
  const notices = groups.filter(fields => fields.has('action') || fields.has('status')).map(noticeOf)
  const worst = byWeight
    .map(weight => notices.find(({ kind }) => kind === weight))
    .find(notice => notice !== undefined)
  return worst ?? { kind: 'other' }
}

/**
 * Only what has failed has come back (RFC 3464, 2.3.3). `delayed` is still being tried, and what becomes of it comes in
 * another notice; `delivered`, `relayed` and `expanded` went well.
 */
function noticeOf(fields: Fields): Notice {
  const action = fields.get('action')?.trim().toLowerCase()
  const status = statusIn(fields.get('status') ?? '')
  const words = fields.get('diagnostic-code') ?? ''
  const recipient = fields.get('original-recipient') ?? fields.get('final-recipient')
  const told = defined({
    recipient: recipient === undefined ? undefined : oneLine(withoutType(recipient)),
    status,
    diagnostic: oneLine(withoutType(words)),
  })
  if (action !== 'failed' || status?.startsWith('2.')) return { kind: 'other', ...told }
  return { kind: !status?.startsWith('4.') && isGone(status, words) ? 'hard' : 'soft', ...told }
}

/** A field's value without its type: `rfc822; reader@example.net` (RFC 3464, 2.1.2). */
const withoutType = (value: string): string => value.replace(/^\s*[\w-]{1,40}\s*;\s*/, '')
