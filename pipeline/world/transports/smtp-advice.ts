import { readReply } from '../../send/policy/reply.js'
import { type Fault, isCertificateFault } from '../../send/policy/verdict.js'
import type { MailServer } from '../../send/settings.js'

/** What a person may do where a mail server cannot be used, as a sentence; empty where nothing is known. */
export function smtpAdvice(fault: Fault, { host, port, tls }: MailServer): string {
  const { code = '', command = '' } = fault
  const reply = readReply(fault.response ?? '')
  const network = fault.originalCode ?? code
  if (reply && reply.code < 500) return ''
  if (code === 'EAUTH')
    return reply
      ? 'Check TRIFOLD_SMTP_USER and TRIFOLD_SMTP_PASSWORD, or sending.smtp.user and its passwordFile.'
      : 'Where it needs no password, leave out sending.smtp.user and TRIFOLD_SMTP_USER.'
  if (command === 'STARTTLS' || code === 'EREQUIRETLS')
    return 'It does not encrypt on this port: set sending.smtp.tls to implicit, with the port that its operator names, 465 say.'
  if (isCertificateFault(network)) return certificateAdvice(network, host, tls)
  if (network === 'ECONNREFUSED') return `Nothing answers on port ${port}; check sending.smtp.host and port.`
  if (code === 'EDNS') return `Check the name in sending.smtp.host, and whether there is a network.`
  if (!reply && (code === 'ETIMEDOUT' || code === 'EPROTOCOL'))
    return tls === 'implicit'
      ? `Check sending.smtp.host and port, and whether the network lets port ${port} through.`
      : `Check sending.smtp.host and port: one that encrypts from the first byte, as 465 does, needs tls: implicit.`
  return ''
}

function certificateAdvice(code: string, host: string, tls: MailServer['tls']): string {
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID')
    return `Set sending.smtp.host to the name in the certificate, which is not ${host}.`
  if (code === 'CERT_HAS_EXPIRED') return 'Its operator has to renew the certificate.'
  if (/^ERR_SSL_|^EPROTO$/.test(code))
    return tls === 'implicit'
      ? 'Where the port does not encrypt from the first byte, set sending.smtp.tls to starttls.'
      : ''
  return 'Where the server is your own, name the certificate of its authority in NODE_EXTRA_CA_CERTS.'
}
