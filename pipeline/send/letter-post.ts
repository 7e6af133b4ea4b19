import { createHmac } from 'node:crypto'
import MailComposer from 'nodemailer/lib/mail-composer'
import type { Publication } from '../article.js'
import type { ServiceMail } from '../serve/letters.js'
import type { Signing } from './compose/dkim/open-signer.js'
import { bareAddress } from './composer.js'
import type { SendingSettings } from './settings.js'
import type { Transport } from './transport.js'

/** What letters about subscriptions go out by. */
export interface LetterPost {
  readonly publication: Publication
  readonly settings: Pick<SendingSettings, 'replyTo'>
  readonly secret: Uint8Array
  /** Opened for each letter: they are few. */
  transport(): Promise<Transport>
  signer(): Promise<Signing | undefined>
  /** Milliseconds since 1970. */
  time(): number
}

/** A letter was not taken. The message says why, and holds no address. */
export class LetterRefused extends Error {
  override name = 'LetterRefused'
}

/**
 * Sends letters about subscriptions, one after another.
 *
 * They are not of the list: no `List-Unsubscribe` is in them, and programs are told not to answer (RFC 3834, 5).
 */
export function letterPost({
  publication,
  settings,
  secret,
  transport,
  signer,
  time,
}: LetterPost): (letter: ServiceMail) => Promise<void> {
  const { from } = publication.email
  return async ({ to, subject, text, html }) => {
    if (from === undefined) throw new LetterRefused('Nobody is named as the sender: set `email.from`')
    const sender = bareAddress(from)
    const id = createHmac('sha256', secret).update(`letter:${to}:${time()}`).digest('hex').slice(0, 32)
    const composer = new MailComposer({
      from,
      to: { name: '', address: to },
      ...(settings.replyTo === undefined ? {} : { replyTo: settings.replyTo }),
      subject,
      text,
      html,
      date: new Date(time()),
      messageId: `<${id}@${sender.slice(sender.lastIndexOf('@') + 1)}>`,
      headers: { 'Auto-Submitted': 'auto-generated' },
      disableFileAccess: true,
      disableUrlAccess: true,
      newline: 'windows',
    })
    const message = await composer.compile().build()
    const signing = await signer()
    const way = await transport()
    await way.verify()
    const channel = way.channel()
    try {
      const raw = signing ? await signing.sign(message) : message
      const verdict = await channel.send({ envelope: { from: sender, to }, raw })
      if (verdict.kind !== 'sent') throw new LetterRefused(verdict.reason)
    } finally {
      await channel.close()
    }
  }
}
