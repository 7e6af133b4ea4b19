import { fill, oneLine, type Values } from '../../bind/email/fill.js'
import { folded } from '../../bind/email/fold.js'
import { mailbox } from '../../bind/email/mailbox.js'
import type { HeaderPieces } from '../../bind/email/message.js'
import { unstructured } from '../../bind/email/phrase.js'
import { hasSlots, type Pieces } from '../../bind/email/pieces.js'
import type { EmailParts } from '../../render/email/parts.js'
import { PartsRefused } from './parts-refused.js'
import { type Recipient, recipient } from './recipient.js'

/** What a message's head is made of; a text is lines that are ready. */
export interface Head {
  readonly from: string
  readonly replyTo: string
  readonly subject: string | Pieces
  readonly list: string
  /** The way out, where it differs from reader to reader; whether a POST is enough (RFC 8058). */
  readonly unsubscribe?: { readonly value: Pieces; readonly oneClick: boolean }
  readonly mime: string
}

/** What differs from message to message. */
export interface Particulars {
  readonly to: Recipient
  readonly values: Values
  /** With its angle brackets (RFC 5322, 3.6.4); no two messages have the same. */
  readonly messageId: string
  readonly date: Date
}

/** Characters that no line may have more of, its end not counted (RFC 5322, 2.1.1). */
const longestLine = 998

/** @throws PartsRefused where nobody is named as the sender, or a header has a line that no mail server takes */
export function headOf(
  { headers, subject }: Pick<EmailParts, 'headers' | 'subject'>,
  replyTo: string | undefined,
  contentType: string,
): Head {
  const find = (name: string) => headers.find(header => header.name === name)
  const from = find('From')
  if (!from)
    throw new PartsRefused(
      'The email has no sender. Say in trifold.yaml, email.from, whom it is from, and build the issue again.',
    )
  const [way, post] = [find('List-Unsubscribe'), find('List-Unsubscribe-Post')]
  const own = way && hasSlots(way.value) ? way : undefined
  const list = headers.filter(header => header !== from && !(own && (header === way || header === post)))
  const head: Head = {
    from: ready(from),
    replyTo: replyTo === undefined ? '' : line('Reply-To', mailbox(oneLine(replyTo))),
    subject: hasSlots(subject) ? subject : subjectLine(subject, {}),
    list: list.map(ready).join(''),
    ...(own ? { unsubscribe: { value: own.value, oneClick: post !== undefined } } : {}),
    mime: `MIME-Version: 1.0\r\nContent-Type: ${contentType}\r\n`,
  }
  for (const lines of [head.from, head.replyTo, head.list])
    if (!isSound(lines))
      throw new PartsRefused(
        `A header is not ASCII in lines of at most ${longestLine} characters: ${lines.slice(0, 60)}... Shorten it in trifold.yaml and build the issue again.`,
      )
  return head
}

/**
 * A message's head with the empty line after it.
 *
 * @throws AddressRefused
 * @throws RangeError where the id of the message or its date is none
 */
export function fillHead(head: Head, { to, values, messageId, date }: Particulars): string {
  if (!/^<[^\s<>@\u0000-\u001F\u007F-\uFFFF]+@[^\s<>@\u0000-\u001F\u007F-\uFFFF]+>$/.test(messageId))
    throw new RangeError(`Expected the id of a message, <left@right>, not ${JSON.stringify(messageId)}`)
  if (Number.isNaN(date.getTime())) throw new RangeError('Expected the date of a message')
  return [
    head.from,
    line('To', recipient(to)),
    head.replyTo,
    typeof head.subject === 'string' ? head.subject : subjectLine(head.subject, values),
    `Date: ${date.toUTCString().replace('GMT', '+0000')}\r\n`,
    line('Message-ID', messageId),
    head.list,
    head.unsubscribe ? wayOut(head.unsubscribe, values) : '',
    head.mime,
    '\r\n',
  ].join('')
}

/** Nothing where the address may not stand there: a header without one would be read as a fault of the whole message. */
function wayOut({ value, oneClick }: NonNullable<Head['unsubscribe']>, values: Values): string {
  const filled = fill(value, values)
  const lines = line('List-Unsubscribe', filled)
  if (!isWay(filled) || !isSound(lines)) return ''
  return oneClick && /^<https:/i.test(filled)
    ? `${lines}List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n`
    : lines
}

const isWay = (value: string) => /^<(?:https?|mailto):[^<>]+>$/i.test(value)

const subjectLine = (subject: Pieces, values: Values) =>
  line('Subject', unstructured(oneLine(fill(subject, values))))

const ready = ({ name, value }: HeaderPieces) => line(name, fill(value, {}))

const line = (name: string, value: string) => `${folded(name, value)}\r\n`

const isSound = (lines: string) =>
  /^[\r\n\u0020-\u007E]*$/.test(lines) && lines.split('\r\n').every(({ length }) => length <= longestLine)
