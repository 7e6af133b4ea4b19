import type { MailServer } from '../../pipeline/send/settings.js'
import type { OutgoingMessage } from '../../pipeline/send/transport.js'
import { type SmtpOptions, smtpTransport } from '../../pipeline/world/transports/smtp.js'

/** Limits that let a test end soon where a server is as it should be, and where it is not. */
export const limits = { opening: 5000, silence: 5000, message: 5000, goodbye: 500 }
export const shortLimits = { opening: 2500, silence: 2000, message: 3000, goodbye: 300 }

/** Our transport to a server of this machine, without TLS unless it says so. */
export const transportTo = (
  port: number,
  server: Partial<MailServer> = {},
  options: Partial<SmtpOptions> = {},
) =>
  smtpTransport(
    { host: '127.0.0.1', port, tls: 'none', ...server },
    { pace: { connections: 1, perConnection: 100 }, env: {}, limits, ...options },
  )

/** A message to a reader. @param size bytes, about */
export function messageTo(to = 'ada@example.org', size = 500): OutgoingMessage {
  const head = `From: letters@example.org\r\nTo: ${to}\r\nSubject: Tides\r\nMessage-ID: <${to}>\r\n\r\n`
  const line = `${'x'.repeat(70)}\r\n`
  const raw = Buffer.from(head + line.repeat(Math.max(1, Math.floor((size - head.length) / line.length))))
  return { envelope: { from: 'bounces+1@example.org', to }, raw }
}
