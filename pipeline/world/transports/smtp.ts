import { plainWords } from '../../send/policy/reply.js'
import { type Fault, verdictOf } from '../../send/policy/verdict.js'
import type { MailServer, Pace } from '../../send/settings.js'
import { type Transport, TransportRefused } from '../../send/transport.js'
import {
  type CredentialSources,
  type Credentials,
  credentialsOf,
  smtpNames,
  withoutSecrets,
} from './credentials.js'
import { isThisMachine } from './loopback.js'
import { smtpAdvice } from './smtp-advice.js'
import { smtpChannel } from './smtp-channel.js'
import { type Outcome, openSession, type Session, type SmtpLimits, smtpLimits } from './smtp-session.js'

/** What a mail server is used with. */
export interface SmtpOptions extends CredentialSources {
  readonly pace: Pick<Pace, 'connections' | 'perConnection'>
  /** Ours where undefined. */
  readonly limits?: SmtpLimits | undefined
  /** Certificates of the authorities that are trusted, as PEM; Node's own where undefined. */
  readonly authorities?: string | undefined
}

/**
 * A mail server (RFC 5321), signed in by `TRIFOLD_SMTP_USER` and `TRIFOLD_SMTP_PASSWORD` or by what the config names, and
 * spoken to by TLS unless it is on this machine. What is missing or refused is told by `verify`, or is the verdict.
 */
export function smtpTransport(server: MailServer, options: SmtpOptions): Transport {
  const { pace, limits = smtpLimits, authorities } = options
  const { host, port, tls } = server
  const name = `${host.includes(':') ? `[${host}]` : host}:${port}`
  let credentials: Credentials | undefined
  let prepared = false

  const clean = (words: string): string => withoutSecrets(words, credentials)
  const advise = (fault: Fault): string => smtpAdvice(fault, server)

  async function prepare(): Promise<Fault | undefined> {
    if (prepared) return undefined
    try {
      if (tls === 'none' && !(await isThisMachine(host))) return notEncrypted(host)
      credentials = await credentialsOf(server, smtpNames, options)
      prepared = true
      return undefined
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error)
      return { code: error instanceof TransportRefused ? 'ECONFIG' : 'EDNS', message }
    }
  }

  async function open(): Promise<Outcome<Session>> {
    const fault = await prepare()
    return fault ? { fault } : openSession({ host, port, tls, authorities, credentials, limits })
  }

  return {
    name,
    connections: pace.connections,
    async verify() {
      const opened = await open()
      if ('value' in opened) return opened.value.quit()
      const { fault } = opened
      const verdict = verdictOf(
        { ...fault, message: clean(fault.message), response: clean(fault.response ?? '') },
        'opening',
      )
      const reason = 'reason' in verdict ? verdict.reason : plainWords(fault.message)
      throw new TransportRefused([`${name}: ${reason.replace(/\.$/, '')}.`, advise(fault)].join(' ').trim())
    },
    channel: () => smtpChannel({ open, perConnection: pace.perConnection, clean, advise }),
  }
}

const notEncrypted = (host: string): Fault => ({
  code: 'ECONFIG',
  message: `${host} is not this machine, and what is sent there has to be encrypted; set sending.smtp.tls to starttls or implicit.`,
})
