import type { Verdict } from '../transport.js'
import { plainWords, readReply } from './reply.js'
import { type Fault, isCertificateFault, type Progress, verdictOf } from './verdict.js'

/** What went wrong with a message that was given to somebody else's program, as far as it tells. */
interface ServiceFault extends Fault {
  /** Its kind, `TooManyRequestsException` say. */
  readonly name: string
  /** The status of an answer by HTTP (RFC 9110, 15). */
  readonly status?: number | undefined
  /** What nodemailer waited for in vain. */
  readonly timeoutType?: string | undefined
}

/**
 * The verdict on a message that a transporter of nodemailer or the like has thrown an error for. Of what goes on within
 * it nothing is known: where the error does not show that the message was not taken, that is unknown.
 */
export function verdictOfService(error: unknown): Verdict {
  const fault = faultOf(error)
  const reply = readReply(fault.response ?? '')
  if (fault.status !== undefined && !reply) return ofStatus(fault.status, fault)
  if (neverReached.has(fault.originalCode ?? '') || neverReached.has(fault.code ?? ''))
    return { kind: 'deferred', scope: 'channel', reason: plainWords(fault.message) }
  return verdictOf(fault, progressOf(fault, reply !== undefined))
}

/** What the network says where no connection came about. */
const neverReached = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EDNS',
  'UND_ERR_CONNECT_TIMEOUT',
])

function progressOf(
  { code = '', originalCode, command = '', timeoutType = '' }: ServiceFault,
  hasReply: boolean,
): Progress {
  if (/^(?:AUTH|EHLO|HELO|STARTTLS)/.test(command) || code === 'EAUTH' || code === 'ETLS') return 'opening'
  if (/^(?:CONNECT|GREETING|UPGRADE)_/.test(timeoutType)) return 'opening'
  if (isCertificateFault(originalCode ?? code) || (code === 'EPROTOCOL' && hasReply)) return 'opening'
  if (command === 'MAIL FROM' || command === 'RCPT TO' || command === 'API') return 'nothing'
  // A refusal with which the connection went may have been of anything, but not of a message that was taken.
  return command === 'CONN' && hasReply ? 'part' : 'all'
}

function ofStatus(status: number, { name, message }: ServiceFault): Verdict {
  const reason = plainWords(`${status} ${message}`)
  // Amazon's service answers 400 to much that has nothing to do with the message, and gives it a name.
  if (/Throttl|TooManyRequests|LimitExceeded/i.test(name) || status === 429 || status === 503)
    return { kind: 'deferred', scope: 'channel', reason }
  if (/Suspended|Paused|NotVerified|Credential|Signature|Token/i.test(name) || ofAccount.has(status))
    return { kind: 'halted', reason }
  if (status >= 400 && status < 500 && status !== 408) return { kind: 'failed', noMailbox: false, reason }
  return { kind: 'unknown', reason }
}

/** Who we are is refused, or what we ask for is not there: the same for every message (RFC 9110, 15.5). */
const ofAccount = new Set([401, 402, 403, 404, 405])

/** Reads an error of anybody's making. */
function faultOf(error: unknown): ServiceFault {
  const given = mapOf(error)
  const text = (key: string) => (typeof given[key] === 'string' ? given[key] : undefined)
  const statuses = [
    given.statusCode,
    given.status,
    mapOf(given.$metadata).httpStatusCode,
    mapOf(given.response).status,
  ]
  return {
    message: text('message') ?? String(error),
    name: text('name') ?? '',
    code: text('code') ?? text('Code'),
    originalCode: text('originalCode') ?? asText(mapOf(given.cause).code),
    command: text('command'),
    response: text('response'),
    timeoutType: text('timeoutType'),
    status: statuses.find(status => typeof status === 'number' && status >= 300 && status < 600) as
      | number
      | undefined,
  }
}

const asText = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)

const mapOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {}
