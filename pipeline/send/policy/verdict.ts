import type { Verdict } from '../transport.js'
import { plainWords, type Reply, readReply } from './reply.js'

/** What went wrong between us and a mail server, as nodemailer tells it. */
export interface Fault {
  readonly message: string
  /** `EAUTH`, `ECONNECTION`, `ETIMEDOUT`... */
  readonly code?: string | undefined
  /** What the network or TLS called it, where `code` is nodemailer's word. */
  readonly originalCode?: string | undefined
  /** The command that was answered: `MAIL FROM`, `RCPT TO`, `DATA`, `AUTH PLAIN`; `CONN` for none. */
  readonly command?: string | undefined
  /** What the server answered, as it wrote it. */
  readonly response?: string | undefined
}

/**
 * How far a message had gone: the connection was still being made, nothing of it had been asked for, some of it had, or
 * all of it. Without all of it a server has no message (RFC 5321, 4.1.1.4: the line with a full stop ends it).
 */
export type Progress = 'opening' | 'nothing' | 'part' | 'all'

/** Never throws: what cannot be told is `unknown` where the whole message was handed over, and else was not delivered. */
export function verdictOf(fault: Fault, progress: Progress): Verdict {
  const reply = readReply(fault.response ?? '')
  if (reply && reply.code >= 400) return ofReply(reply, stageOf(fault, progress))
  const reason = plainWords(reply ? `${fault.message.split(': ')[0]}: ${reply.text}` : fault.message)
  if (progress === 'all') return { kind: 'unknown', reason }
  if (isRefused(fault)) return { kind: 'halted', reason }
  // An address that cannot be written into a command: the server was not asked.
  if (fault.code === 'EENVELOPE' && fault.command === 'API')
    return { kind: 'failed', noMailbox: false, reason }
  return { kind: 'deferred', scope: 'channel', reason }
}

/** What a reply was an answer to; `lost` where the connection went with it in the middle of a message. */
type Stage = 'connection' | 'sign-in' | 'sender' | 'reader' | 'message' | 'lost'

function stageOf({ command = '', code }: Fault, progress: Progress): Stage {
  if (code === 'EAUTH' || command.startsWith('AUTH')) return 'sign-in'
  if (command === 'MAIL FROM') return 'sender'
  if (command === 'RCPT TO') return 'reader'
  if (command === 'DATA' || progress === 'all') return 'message'
  return progress === 'opening' ? 'connection' : 'lost'
}

function ofReply(reply: Reply, stage: Stage): Verdict {
  const reason = reply.text
  const channel = { kind: 'deferred', scope: 'channel', reason } as const
  if (stage === 'lost') return channel
  if (reply.code < 500) return concernsAll(reply, stage) ? channel : { ...channel, scope: 'reader' }
  // Out of step (RFC 5321, 4.3.2): a connection begun anew may take the same message.
  if (reply.code === 503 && stage !== 'sign-in') return channel
  if (haltsAll(reply, stage)) return { kind: 'halted', reason }
  return { kind: 'failed', noMailbox: isWithoutMailbox(reply, stage), reason }
}

/** Whether a refusal for now is one of any message: more would only meet the same. */
function concernsAll({ code, status = '', text }: Reply, stage: Stage): boolean {
  if (stage !== 'reader' && stage !== 'message') return true
  if (code === 421 || code === 454) return true
  // What is wrong with one mailbox (RFC 3463, 3.3) has words of limits too: it is full, or is sent too much.
  if (status.startsWith('2.')) return false
  return hasSlowWords(text)
}

const hasSlowWords = (text: string): boolean =>
  /\b(?:rates?|(?:rate-?)?limit(?:s|ed|ing)?|throttl\w*|slow down|too (?:many|much|fast|quickly|frequent\w*))\b/i.test(
    text,
  )

/** Codes of RFC 4954: it is the signing in that is at fault, whatever they answer. */
const ofSignIn = new Set([530, 534, 535, 538])

/** The sender's address is at fault (RFC 3463, 3.2), whatever is answered by that. */
const ofSender = new Set(['1.7', '1.8'])

/** What services say to who has sent all that may be sent in a day, as an answer for good. */
const isSpent = (text: string): boolean =>
  /\b(?:sending|sent|outgoing|outbound)\b.{0,40}\b(?:limit|quota)\b.{0,40}\b(?:exceeded|reached)\b/i.test(
    text,
  )

function haltsAll({ code, status = '', text }: Reply, stage: Stage): boolean {
  if (stage !== 'reader' && stage !== 'message') return true
  return ofSignIn.has(code) || ofSender.has(status) || isSpent(text)
}

/** Of the addresses at fault (RFC 3463, 3.2; RFC 7505, 4.2) those that are surely the reader's: 5.1.0 may be anyone's. */
const ofNobody = new Set(['1.1', '1.2', '1.3', '1.6', '1.10'])

function isWithoutMailbox({ code, status, text }: Reply, stage: Stage): boolean {
  if (status !== undefined) return ofNobody.has(status)
  // Without a status only the plainest words count, and only of an answer to the reader's address.
  if (stage !== 'reader' || code !== 550 || /\bsender\b/i.test(text)) return false
  return (
    /\b(?:unknown|no such|nonexistent) (?:local )?(?:user|mailbox|recipient|account)\b/i.test(text) ||
    /\b(?:user|mailbox|recipient|account) (?:is )?(?:unknown|not found|does not exist|doesn't exist)\b/i.test(
      text,
    )
  )
}

/** What no other message would be spared, though the server has not said it by a reply. */
function isRefused({ code, originalCode = '', command }: Fault): boolean {
  if (code === 'EAUTH' || code === 'ENOAUTH' || code === 'ECONFIG' || code === 'EREQUIRETLS') return true
  // Larger than the server said it takes (RFC 1870): every reader's is about as large.
  if (code === 'EMESSAGE' && command === 'MAIL FROM') return true
  return isCertificateFault(originalCode) || isCertificateFault(code ?? '')
}

/** Node's names of what is wrong with TLS: the certificate, or that there is none. */
export const isCertificateFault = (code: string): boolean =>
  /^ERR_(?:TLS|SSL)_|CERT|^UNABLE_TO_|^CRL_|^EPROTO$|^HOSTNAME_MISMATCH$|^INVALID_(?:CA|PURPOSE)$|^PATH_LENGTH_EXCEEDED$/.test(
    code,
  )
