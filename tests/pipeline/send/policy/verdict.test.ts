import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type Fault, type Progress, verdictOf } from '../../../../pipeline/send/policy/verdict.js'
import type { Verdict } from '../../../../pipeline/send/transport.js'

const table = readFileSync(join(import.meta.dirname, '../../../fixtures/send/verdicts.txt'), 'utf8')
const cases = table
  .split('\n')
  .filter(line => line.includes('|') && !line.startsWith('#'))
  .map(line => line.split('|').map(cell => cell.trim()) as [at: string, says: string, verdict: string])

/** How nodemailer tells of an answer to each. */
const answers: Readonly<Record<string, { code: string; command: string; progress: Progress }>> = {
  CONNECT: { code: 'EPROTOCOL', command: 'CONN', progress: 'opening' },
  EHLO: { code: 'ECONNECTION', command: 'EHLO', progress: 'opening' },
  STARTTLS: { code: 'ETLS', command: 'STARTTLS', progress: 'opening' },
  AUTH: { code: 'EAUTH', command: 'AUTH PLAIN', progress: 'opening' },
  MAIL: { code: 'EENVELOPE', command: 'MAIL FROM', progress: 'nothing' },
  RCPT: { code: 'EENVELOPE', command: 'RCPT TO', progress: 'nothing' },
  DATA: { code: 'EENVELOPE', command: 'DATA', progress: 'nothing' },
  MESSAGE: { code: 'EMESSAGE', command: 'DATA', progress: 'all' },
}

function caseOf(at: string, says: string): [Fault, Progress] {
  const answer = answers[at]
  if (answer) {
    const response = says.replaceAll('\\n', '\n')
    const { progress, ...fault } = answer
    return [{ ...fault, response, message: `Refused: ${response}` }, progress]
  }
  const [, code = '', originalCode = '', message = ''] = /^(\w+)\/(\w*) (.*)$/.exec(says) ?? []
  const fault = {
    code,
    message,
    command: code === 'EENVELOPE' ? 'API' : 'CONN',
    ...(originalCode && { originalCode }),
  }
  return [fault, at as Progress]
}

function told(verdict: Verdict): string {
  if (verdict.kind === 'deferred') return `deferred ${verdict.scope}`
  return verdict.kind === 'failed' && verdict.noMailbox ? 'failed, no mailbox' : verdict.kind
}

test('there are cases of every verdict but one', () => {
  expect([...new Set(cases.map(([, , verdict]) => verdict))].sort()).toEqual([
    'deferred channel',
    'deferred reader',
    'failed',
    'failed, no mailbox',
    'halted',
    'unknown',
  ])
})

test.each(cases)('%s: %s is %s', (at, says, verdict) => {
  expect(told(verdictOf(...caseOf(at, says)))).toBe(verdict)
})

describe('the reason', () => {
  const reason = (response: string) => {
    const verdict = verdictOf(...caseOf('RCPT', response))
    return 'reason' in verdict ? verdict.reason : ''
  }

  test('is one line, with the code and the status once', () => {
    expect(reason('550-5.1.1 No such user.\\n550-5.1.1 Ask\\n550 5.1.1 elsewhere')).toBe(
      '550 5.1.1 No such user. Ask elsewhere',
    )
  })

  test('holds nothing that steers a terminal or turns what is read', () => {
    expect(reason('550 \u001b[2J\u0007red\u202egnol\u0000\u009b31m\tend')).toBe('550 [2J red gnol 31m end')
  })

  test('is short, and cuts no character in two', () => {
    const long = reason(`550 ${'😀'.repeat(5000)}`)
    expect([...long]).toHaveLength(300)
    expect(long.endsWith('😀…')).toBe(true)
  })

  test('is found soon in a reply that is there to keep us busy', () => {
    const before = process.cpuUsage()
    for (const hostile of [' '.repeat(1e6), '\u0000'.repeat(1e6), 'sent '.repeat(2e5), '550-\\n'.repeat(2e5)])
      reason(`550 ${hostile}`)
    expect(process.cpuUsage(before).user).toBeLessThan(200_000)
  })

  test('says what was answered besides what was expected', () => {
    const verdict = verdictOf(
      { message: 'Message failed: 354 go on', code: 'EMESSAGE', command: 'DATA', response: '354 go on' },
      'all',
    )
    expect(verdict).toEqual({ kind: 'unknown', reason: 'Message failed: 354 go on' })
  })
})
