import type { SendingSettings } from '../../send/settings.js'
import { type Transport, TransportRefused } from '../../send/transport.js'
import type { Transporter } from '../../send/transporter.js'
import type { Files } from '../../world.js'
import { nodemailerTransport } from './nodemailer.js'
import { outboxTransport } from './outbox.js'
import { smtpTransport } from './smtp.js'

/** Where a transport finds what the config does not hold. */
export interface TransportSources {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly files: Pick<Files, 'write' | 'kind'>
  /** A transporter of the publication's own, from a config in code. */
  readonly transporter?: Transporter | undefined
  /** Told, for people, what ought to be otherwise. */
  readonly warn?: (words: string) => void
}

/**
 * What takes the messages of a publication. A folder goes before the others, so that a rehearsal sends nothing.
 *
 * @throws TransportRefused where the config names none
 */
export function openTransport(
  { outbox, smtp, pace }: Pick<SendingSettings, 'outbox' | 'smtp' | 'pace'>,
  { env, files, transporter, warn }: TransportSources,
): Transport {
  if (outbox !== undefined) return outboxTransport(outbox, files)
  if (transporter) return nodemailerTransport(transporter, 'sending.transport', pace)
  if (smtp) return smtpTransport(smtp, { pace, env, ...(warn && { warn }) })
  throw new TransportRefused(
    'Nothing is there to send with; set sending.smtp to your mail server, or sending.outbox to a folder for a look at the messages.',
  )
}
