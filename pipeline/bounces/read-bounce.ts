import PostalMime, { type Attachment, type Email, type Header } from 'postal-mime'
import { readToken, type TokenSubject } from '../readers/token.js'
import { readFeedback } from './arf.js'
import type { Bounce, Notice } from './bounce.js'
import { readDsn } from './dsn.js'
import { readPlainNotice } from './plain-notice.js'
import { readBounceAddress } from './verp.js'

/**
 * How much of a message is read, in bytes. A notice stands at the beginning, before the message that it gives back; one of
 * this length that was made of nothing but ends of lines takes half a second.
 */
export const readOfMessage = 256 * 1024

/** What a notice needs; the rest is a message that was made to be hard to read. */
const limits = { maxNestingDepth: 10, maxHeadersSize: 256 * 1024, forceRfc822Attachments: true }

/** How much of a report or of the message that it gives back is read, in characters. */
const readOfPart = 64 * 1024

/** Headers that hold the address that a message went to (RFC 5322, 3.6.3; the others as servers write them). */
const receivers = new Set(['to', 'delivered-to', 'x-original-to', 'envelope-to', 'x-envelope-to'])

/**
 * Reads a message that came to the mailbox of bounces. Nothing in it is believed but its sign: what it is about is the
 * reader whose token its address holds, or of a complaint, whose token the message that it gives back holds.
 *
 * Never rejects: what cannot be read is `other`.
 *
 * @param raw the message; see `readOfMessage`
 * @param secret what tokens are signed with
 */
export async function readBounce(raw: Uint8Array, secret: Uint8Array): Promise<Bounce> {
  const message = await parse(raw.subarray(0, readOfMessage))
  if (!message) return { kind: 'other' }
  const notice = await noticeOf(message)
  const subject =
    addressee(message.headers, secret) ??
    (notice.kind === 'complaint' ? await complainedOf(message, secret) : undefined)
  return { ...notice, ...(subject ? { subject } : {}) }
}

const parse = (raw: Uint8Array): Promise<Email | undefined> =>
  PostalMime.parse(raw, limits).catch(() => undefined)

async function noticeOf(message: Email): Promise<Notice> {
  const feedback = partOf(message, /^message\/feedback-report$/)
  if (feedback) return readFeedback(textOf(feedback))
  const report = partOf(message, /^message\/(?:global-)?delivery-status$/)
  if (report) return readDsn(textOf(report))
  return readPlainNotice(message)
}

/** Whom the address was made for that the message came to. */
function addressee(headers: readonly Header[], secret: Uint8Array): TokenSubject | undefined {
  const values = headers.filter(({ key }) => receivers.has(key)).slice(0, 20)
  return first(
    values.flatMap(({ value }) => value.slice(0, 2_000).match(/[^\s<>,;"]{1,400}/g) ?? []),
    address => readBounceAddress(address, secret),
  )
}

/**
 * Whose message a complaint gives back: services do not send it to the address of the message, but to one that was told
 * to them. The tokens in the headers of the message show whose it was, that of its envelope and those of its links.
 */
async function complainedOf(message: Email, secret: Uint8Array): Promise<TokenSubject | undefined> {
  const report = partOf(message, /^message\/feedback-report$/)
  const original = partOf(
    message,
    /^(?:message\/rfc822|message\/global|text\/rfc822-headers|message\/rfc822-headers)$/,
  )
  const headers = original ? ((await parse(bytesOf(original)))?.headers ?? []) : []
  const texts = [report ? textOf(report) : '', ...headers.map(({ value }) => value)]
  const tokens = texts.flatMap(
    text => text.match(/(?<![\da-z.])1\.[\da-z]{1,10}\.[\da-z]{1,10}\.[\da-f]{25}(?![\da-z])/gi) ?? [],
  )
  return first(tokens, token => readToken(secret, 'bounce', token) ?? readToken(secret, 'unsubscribe', token))
}

/** The first that something is made of; the rest of a long list is not looked at. */
function first<In, Out>(all: readonly In[], read: (one: In) => Out | undefined): Out | undefined {
  for (const one of all.slice(0, 50)) {
    const made = read(one)
    if (made !== undefined) return made
  }
  return undefined
}

const partOf = ({ attachments }: Email, type: RegExp): Attachment | undefined =>
  attachments.find(({ mimeType }) => type.test(mimeType))

function bytesOf({ content }: Attachment): Uint8Array {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content)
  return bytes.subarray(0, readOfPart)
}

const textOf = (part: Attachment): string => new TextDecoder().decode(bytesOf(part))
