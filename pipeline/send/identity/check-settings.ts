import { longestLocalPart, longestToken } from '../../bounces/verp.js'
import type { Finding } from '../../finding.js'
import type { MailServer, SendingSettings } from '../settings.js'
import type { Transporter } from '../transporter.js'
import type { Sender } from './sender.js'

/** What can be said of the config alone. */
export const checkSettings = ({ from, settings }: Sender): Finding[] => [
  sender(from),
  answers(settings, from),
  bounces(settings),
  links(settings),
]

const sender = (from: string | undefined): Finding =>
  from === undefined
    ? {
        name: 'from',
        state: 'missing',
        says: 'nobody: the email has no sender',
        mend: 'add `email.from` to the config, an address of a domain of your own',
      }
    : { name: 'from', state: 'good', says: from }

const answers = ({ replyTo }: SendingSettings, from: string | undefined): Finding => ({
  name: 'reply-to',
  state: 'good',
  says: replyTo ?? (from === undefined ? 'whoever the email is from' : `${from}, whom it is from`),
})

function bounces({ bounces, mailbox }: SendingSettings): Finding {
  const name = 'bounces'
  if (bounces === undefined) {
    return {
      name,
      state: 'optional',
      says: 'come to whom the email is from, and nobody reads them for you',
      mend: 'add `sending.bounces`, a mailbox that takes addresses with a plus, and `sending.mailbox` to read it',
    }
  }
  const room = longestLocalPart - longestToken
  const length = bounces.indexOf('@')
  if (length > room) {
    return {
      name,
      state: 'missing',
      says: `${bounces} has ${length} characters before the @, expected at most ${room}: each message adds its sign to them`,
      mend: 'take a shorter name for `sending.bounces`',
    }
  }
  return mailbox
    ? { name, state: 'good', says: `${bounces}, read at ${mailbox.host}:${mailbox.port}` }
    : {
        name,
        state: 'optional',
        says: `${bounces}, which nobody reads for you`,
        mend: 'add `sending.mailbox`, so that who is no longer there is not written to again',
      }
}

function links({ url }: SendingSettings): Finding {
  const name = 'unsubscribing'
  if (url === undefined) {
    return {
      name,
      state: 'missing',
      says: 'no address to unsubscribe at: Gmail and Yahoo want one click to be enough (RFC 8058)',
      mend: 'add `sending.url`, where `trifold readers serve` answers',
    }
  }
  return url.startsWith('https:')
    ? { name, state: 'good', says: `${url}, with a link of each reader’s own` }
    : {
        name,
        state: 'missing',
        says: `${url} is not https, and mail services then show no way to unsubscribe (RFC 8058, 3.1)`,
        mend: 'give `sending.url` an address with https',
      }
}

/** What of a config says what takes the messages. */
export interface TransportSettings extends Pick<SendingSettings, 'smtp' | 'outbox'> {
  /** The publication's own, `sending.transport`. */
  readonly transporter?: Transporter | undefined
}

/** What takes the messages. @param verify tries it; its error tells a person what to do */
export async function checkTransport(
  { smtp, outbox, transporter }: TransportSettings,
  verify?: () => Promise<void>,
): Promise<Finding> {
  const name = 'mail server'
  if (outbox !== undefined)
    return {
      name,
      state: 'optional',
      says: `none: messages are written to ${outbox}`,
      mend: 'take `sending.outbox` out to send them',
    }
  if (!transporter && !smtp)
    return { name, state: 'missing', says: 'none', mend: 'add `sending.smtp`, with `host` and `user`' }
  const says =
    transporter || !smtp ? 'your own, `sending.transport`' : `${smtp.host}:${smtp.port}, ${ways[smtp.tls]}`
  if (!verify) return { name, state: 'good', says }
  try {
    await verify()
    return { name, state: 'good', says: `${says}: it answers, and lets us in` }
  } catch (error) {
    return {
      name,
      state: 'missing',
      says: error instanceof Error ? error.message : String(error),
      mend: transporter
        ? 'correct `sending.transport`'
        : 'correct `sending.smtp`, or the password in the environment',
    }
  }
}

const ways: Readonly<Record<MailServer['tls'], string>> = {
  implicit: 'TLS from the first byte',
  starttls: 'TLS after STARTTLS',
  none: 'without TLS',
}
