import { createHash } from 'node:crypto'
import MailComposer from 'nodemailer/lib/mail-composer'
import type { ImageAsset } from '../../assets/assets.js'
import { folded } from './fold.js'
import { mailbox } from './mailbox.js'
import { phrase, unstructured } from './phrase.js'
import { type Pieces, piecesOf, written } from './pieces.js'

/** What a message says of itself besides its text. */
export interface Envelope {
  /** An address, with or without a name: `Slack Water <letters@example.org>`. */
  readonly from?: string
  readonly subject: string
  /** BCP 47. */
  readonly lang: string
  readonly date: Date
  /** With its angle brackets (RFC 5322, 3.6.4). */
  readonly messageId: string
  /** A list's name and address: `Slack Water <slackwater.example.org>` (RFC 2919). */
  readonly listId?: string
  /** An https or mailto address, or a tag that one is put in place of. */
  readonly unsubscribe?: string
}

/** The address of a picture that goes along in the message (RFC 2392). */
export const cidOf = (image: ImageAsset): string => `${image.path.replace(/^.*\//, '')}@images.trifold`

/**
 * The MIME message: the text first, then the HTML, then the pictures that go along (RFC 2046, 5.1.4: the last part is
 * the one preferred). The same input gives the same bytes.
 */
export async function composeMessage(
  envelope: Envelope,
  text: string,
  html: string,
  images: readonly ImageAsset[],
): Promise<Uint8Array> {
  const { from, date, messageId } = envelope
  const composer = new MailComposer({
    date,
    messageId,
    text,
    html,
    headers: [subjectOf(envelope), ...headersOf(envelope)].map(prepared),
    attachments: images.map(image => ({
      cid: cidOf(image),
      content: Buffer.from(image.bytes),
      contentType: image.type,
      contentDisposition: 'inline' as const,
      filename: image.path.replace(/^.*\//, ''),
    })),
    // Nothing in a message may make it read a file or fetch an address.
    disableFileAccess: true,
    disableUrlAccess: true,
    // Otherwise the lines of a body end as they came, in LF, which RFC 5322, 2.3 does not admit.
    newline: 'windows',
    // nodemailer's types lack the option; without it the boundaries are random.
    ...{ baseBoundary: boundary(messageId) },
  })
  const message = await composer.compile().build()
  // nodemailer takes no sender that is written already, and lets an encoded word pass as a name.
  const first = from ? `${folded('From', mailbox(oneLine(from)))}\r\n` : ''
  return new Uint8Array(Buffer.concat([Buffer.from(first), message]))
}

/** A header, whose value is ASCII and not folded yet. */
export interface HeaderPieces {
  readonly name: string
  readonly value: Pieces
}

/**
 * Headers that nodemailer does not write by itself, or not so that every name and subject comes back as it was; `list`
 * it ignores where no address is given.
 */
function headersOf({ lang, listId, unsubscribe }: Envelope): HeaderPieces[] {
  const way = piecesOf(unsubscribe ?? '', 'header').map(piece =>
    typeof piece === 'string' ? encoded(oneLine(piece)) : piece,
  )
  const [first] = way
  // Whoever fills a tag here gives an https address, as RFC 8058 asks.
  const oneClick = first !== undefined && (typeof first !== 'string' || /^https:/i.test(first))
  return [
    { name: 'Content-Language', value: [oneLine(lang)] },
    ...(listId ? [{ name: 'List-Id', value: [listIdentity(oneLine(listId))] }] : []),
    ...(way.length > 0 ? [{ name: 'List-Unsubscribe', value: ['<', ...way, '>'] }] : []),
    // RFC 8058: a mail reader unsubscribes with a POST, where the address is https.
    ...(oneClick ? [{ name: 'List-Unsubscribe-Post', value: ['List-Unsubscribe=One-Click'] }] : []),
  ]
}

/** The headers that an issue decides, its subject apart. */
export const issueHeaders = (envelope: Envelope): HeaderPieces[] => [
  ...(envelope.from ? [{ name: 'From', value: [mailbox(oneLine(envelope.from))] }] : []),
  ...headersOf(envelope),
]

/** Apart from the others: who fills its tags encodes it afterwards. */
const subjectOf = ({ subject }: Envelope): HeaderPieces => ({
  name: 'Subject',
  value: [unstructured(oneLine(subject))],
})

/** A header that is written as it is: nodemailer would encode an address as words. */
const prepared = ({ name, value }: HeaderPieces) => ({
  key: name,
  value: { value: written(value, 'header'), prepared: true, foldLines: true },
})

/** A list's name as a phrase, and its address (RFC 2919, 3). */
function listIdentity(listId: string): string {
  const [, name = '', address = listId] = /^(.*?)\s*(<[^<>]*>)$/.exec(listId) ?? []
  return name ? `${phrase(name)} ${address}` : address
}

const oneLine = (value: string) => value.replace(/[\u0000-\u001F\u007F]+/g, ' ').trim()

/** An address for between angle brackets: ASCII, and without what would end it. */
const encoded = (address: string) => address.replace(/[^\u0021-\u007E]|[<>]/g, encodeURIComponent)

const boundary = (messageId: string) => createHash('sha256').update(messageId).digest('hex').slice(0, 24)
