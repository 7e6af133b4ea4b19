import { simpleParser } from 'mailparser'
import MailComposer from 'nodemailer/lib/mail-composer'
import PostalMime from 'postal-mime'
import { fill, type Values } from '../../../../pipeline/bind/email/fill.js'
import type { EmailParts } from '../../../../pipeline/render/email/parts.js'

/** What differs from message to message. */
export interface Particulars {
  readonly to: { readonly email: string; readonly name?: string }
  readonly values: Values
  readonly messageId: string
  readonly date: Date
}

/** Where answers go in all messages of the tests: as it is written, and as a mail composer takes it. */
export const replyTo = {
  written: 'Redaktion – “Ebbe” <reply@example.org>',
  address: { name: 'Redaktion – “Ebbe”', address: 'reply@example.org' },
}

/** The same message by nodemailer's composer, which encodes all of it anew. */
export async function composed(
  parts: EmailParts,
  files: ReadonlyMap<string, Uint8Array>,
  { to, values, messageId, date }: Particulars,
): Promise<Buffer> {
  const composer = new MailComposer({
    from: { name: 'Slack Water, 平潮', address: 'letters@example.org' },
    to: { name: to.name ?? '', address: to.email },
    replyTo: replyTo.address,
    subject: fill(parts.subject, values),
    text: fill(parts.text, values),
    html: fill(parts.html, values),
    messageId,
    date,
    headers: parts.headers
      .filter(({ name }) => name !== 'From')
      .map(({ name, value }) => ({ key: name, value: { prepared: true, value: fill(value, values) } })),
    attachments: parts.images.map(({ path, type, cid }) => ({
      cid,
      content: Buffer.from(files.get(path) ?? []),
      contentType: type,
      contentDisposition: 'inline' as const,
      filename: path.replace(/^.*\//, ''),
    })),
    newline: 'windows',
  })
  return composer.compile().build()
}

/** Boundaries are each composer's own; the other two are told apart below. */
const apart = new Set(['content-type', 'subject', 'to'])

/** A message as two readers of mail see it. */
export async function decoded(message: Buffer) {
  const mail = await simpleParser(message, { skipImageLinks: true })
  const other = await PostalMime.parse(message)
  const headers = [...mail.headers].filter(([name]) => !apart.has(name))
  return {
    headers: Object.fromEntries(headers),
    html: [mail.html || '', (other.html ?? '').trimEnd()],
    text: [mail.text ?? '', (other.text ?? '').trimEnd()],
    subject: [mail.subject ?? '', other.subject ?? ''],
    to: [[mail.to].flat()[0]?.value[0], other.to?.[0]],
    people: [other.from, other.to?.length, other.replyTo],
    ids: [mail.messageId, other.messageId, mail.date, other.date],
    attachments: mail.attachments.map(
      ({ content, cid, contentType, filename, related, contentDisposition }) => ({
        content: content.toString('base64'),
        ...{ cid, contentType, filename, related, contentDisposition },
      }),
    ),
    others: other.attachments.map(({ content, ...rest }) => ({
      ...rest,
      content: Buffer.from(content as ArrayBuffer).toString('base64'),
    })),
  }
}
