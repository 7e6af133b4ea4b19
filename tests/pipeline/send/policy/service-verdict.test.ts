import { expect, test } from 'vitest'
import { verdictOfService } from '../../../../pipeline/send/policy/service-verdict.js'

const error = (message: string, more: object = {}) => Object.assign(new Error(message), more)

const channel = { kind: 'deferred', scope: 'channel' }

test.each<[what: string, thrown: unknown, verdict: object]>([
  // By SMTP, as nodemailer's transporters tell of it.
  [
    'a reader who is not there',
    error('x', { code: 'EENVELOPE', command: 'RCPT TO', response: '550 5.1.1 no' }),
    { kind: 'failed', noMailbox: true },
  ],
  [
    'a sender who is refused',
    error('x', { code: 'EENVELOPE', command: 'MAIL FROM', response: '550 5.1.8 no' }),
    { kind: 'halted' },
  ],
  [
    'a message that is put off',
    error('x', { code: 'EMESSAGE', command: 'DATA', response: '451 4.3.0 later' }),
    { kind: 'deferred', scope: 'reader' },
  ],
  [
    'a password that is wrong',
    error('x', { code: 'EAUTH', command: 'AUTH PLAIN', response: '535 no' }),
    { kind: 'halted' },
  ],
  ['no password', error('Missing credentials', { code: 'EAUTH', command: 'API' }), { kind: 'halted' }],
  [
    'a greeting that turns us away',
    error('x', { code: 'EPROTOCOL', command: 'CONN', response: '554 blocked' }),
    { kind: 'halted' },
  ],
  [
    'a refusal with which the connection went',
    error('x', { code: 'ECONNECTION', command: 'CONN', response: '554 blocked' }),
    channel,
  ],
  [
    'nobody who listens',
    error('x', { code: 'ESOCKET', originalCode: 'ECONNREFUSED', command: 'CONN' }),
    channel,
  ],
  ['a name that is not known', error('x', { code: 'EDNS', command: 'CONN' }), channel],
  [
    'a certificate that is not known',
    error('x', { code: 'ESOCKET', originalCode: 'CERT_HAS_EXPIRED', command: 'CONN' }),
    { kind: 'halted' },
  ],
  [
    'no greeting',
    error('x', { code: 'ETIMEDOUT', timeoutType: 'GREETING_TIMEOUT', command: 'CONN' }),
    channel,
  ],
  ['a connection that went', error('x', { code: 'ECONNECTION', command: 'CONN' }), { kind: 'unknown' }],
  [
    'a connection that was silent',
    error('x', { code: 'ETIMEDOUT', timeoutType: 'SOCKET_TIMEOUT', command: 'CONN' }),
    { kind: 'unknown' },
  ],
  [
    'an address that cannot be written',
    error('x', { code: 'EENVELOPE', command: 'API' }),
    { kind: 'failed', noMailbox: false },
  ],

  // By HTTP.
  [
    'Amazon, too fast',
    error('Rate exceeded', { name: 'TooManyRequestsException', $metadata: { httpStatusCode: 429 } }),
    channel,
  ],
  [
    'Amazon, too many',
    error('Daily quota', { name: 'LimitExceededException', $metadata: { httpStatusCode: 400 } }),
    channel,
  ],
  [
    'Amazon, account suspended',
    error('x', { name: 'AccountSuspendedException', $metadata: { httpStatusCode: 400 } }),
    { kind: 'halted' },
  ],
  [
    'Amazon, domain not verified',
    error('x', { name: 'MailFromDomainNotVerifiedException', $metadata: { httpStatusCode: 400 } }),
    { kind: 'halted' },
  ],
  [
    'Amazon, wrong key',
    error('x', { name: 'InvalidSignatureException', code: 'ESES', $metadata: { httpStatusCode: 403 } }),
    { kind: 'halted' },
  ],
  [
    'Amazon, message rejected',
    error('x', { name: 'MessageRejected', $metadata: { httpStatusCode: 400 } }),
    { kind: 'failed', noMailbox: false },
  ],
  ['a wrong key', error('x', { statusCode: 401 }), { kind: 'halted' }],
  ['nothing at that address', error('x', { status: 404 }), { kind: 'halted' }],
  [
    'a message that cannot be worked with',
    error('x', { response: { status: 422 } }),
    { kind: 'failed', noMailbox: false },
  ],
  ['a service that is not available', error('x', { statusCode: 503 }), channel],
  ['a service that has failed', error('x', { statusCode: 500 }), { kind: 'unknown' }],
  ['a gate that has waited in vain', error('x', { statusCode: 504 }), { kind: 'unknown' }],
  ['an answer too late', error('x', { statusCode: 408 }), { kind: 'unknown' }],
  ['fetch that reached nobody', error('fetch failed', { cause: { code: 'ECONNREFUSED' } }), channel],
  [
    'fetch that lost the connection',
    error('fetch failed', { cause: { code: 'ECONNRESET' } }),
    { kind: 'unknown' },
  ],
  ['fetch that was ended', error('aborted', { name: 'AbortError' }), { kind: 'unknown' }],

  // By nobody knows what.
  ['a mistake in the program', new TypeError('x is not a function'), { kind: 'unknown' }],
  ['a word', 'no', { kind: 'unknown', reason: 'no' }],
  ['nothing', undefined, { kind: 'unknown' }],
  ['what is no status', error('x', { status: 200 }), { kind: 'unknown' }],
])('%s', (_, thrown, verdict) => {
  expect(verdictOfService(thrown)).toMatchObject(verdict)
})
