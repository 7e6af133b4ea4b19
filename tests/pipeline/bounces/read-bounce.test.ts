import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readBounce, readOfMessage } from '../../../pipeline/bounces/read-bounce.js'
import { signToken } from '../../../pipeline/readers/token.js'
import { seeded } from '../../support/seeded.js'

const cases = join(import.meta.dirname, '../../fixtures/bounces')
const secret = Buffer.alloc(32, 7)
const subject = { reader: 1234, launch: 9 }
const bounce = signToken(secret, 'bounce', subject)

/** A message as it would come; tokens stand in it by the names of what they are for. */
const bytesOf = (written: string): Buffer =>
  Buffer.from(
    written
      .replaceAll('{{bounce}}', bounce)
      .replaceAll('{{bounce-in-capitals}}', bounce.toUpperCase())
      .replaceAll('{{unsubscribe}}', signToken(secret, 'unsubscribe', subject))
      .replaceAll('\n', '\r\n'),
  )

describe('a message that came back', () => {
  test.each(readdirSync(cases))('%s', async name => {
    const message = bytesOf(readFileSync(join(cases, name, 'message.eml'), 'utf8'))
    const expected = JSON.parse(readFileSync(join(cases, name, 'expected.json'), 'utf8'))
    expect(await readBounce(message, secret)).toEqual(expected)
    // The same with the ends of lines that some servers leave.
    expect(await readBounce(Buffer.from(message.toString().replaceAll('\r\n', '\n')), secret)).toEqual(
      expected,
    )
  })
})

const postfix = readFileSync(join(cases, 'postfix-no-such-user/message.eml'), 'utf8')

describe('a message that was made to do harm', () => {
  test('is read no further than a notice goes', async () => {
    const line = `${'x'.repeat(75)}\r\n`
    const whole = Buffer.concat([bytesOf(postfix), Buffer.alloc(10 * 1024 * 1024, line)])
    expect(await readBounce(whole, secret)).toMatchObject({ kind: 'hard', subject })
    const late = postfix.replace('\n--B0UND\nContent-Description: Delivery', '\nLINES$&')
    const [head = '', rest = ''] = late.split('LINES')
    const lines = line.repeat(readOfMessage / line.length)
    const read = await readBounce(Buffer.concat([bytesOf(head), Buffer.from(lines), bytesOf(rest)]), secret)
    // The report is not reached; the words for people before it are.
    expect(read).toMatchObject({ kind: 'hard', subject })
    expect(read).not.toHaveProperty('recipient')
  })

  test.each<[string, () => Buffer | string]>([
    ['nothing', () => ''],
    [
      'bytes of no text',
      () => Buffer.from(Array.from({ length: 100_000 }, (_, at) => (at * 7919 + 13) % 256)),
    ],
    ['zeros', () => Buffer.alloc(readOfMessage)],
    ['no end of a line', () => 'x'.repeat(readOfMessage)],
    ['one header without end', () => `To: ${'a@b.example, '.repeat(80_000)}`],
    ['headers without end', () => 'To: a@b.example\r\n'.repeat(60_000)],
    ['a header of encoded words', () => `Subject: ${'=?utf-8?q?=61?= '.repeat(60_000)}\r\n\r\n`],
    [
      'parts without end',
      () => `Content-Type: multipart/mixed; boundary=b\r\n\r\n${'--b\r\n\r\n'.repeat(140_000)}`,
    ],
    ['angle brackets', () => `From: MAILER-DAEMON\r\nContent-Type: text/html\r\n\r\n${'<'.repeat(900_000)}`],
    ['dashes', () => `From: MAILER-DAEMON\r\n\r\n${'-'.repeat(900_000)}`],
    ['spaces', () => `From: MAILER-DAEMON\r\nSubject: failure notice\r\n\r\n${' '.repeat(900_000)}`],
    ['nested parts', () => nested(200)],
    ['nested messages', () => `${'Content-Type: message/rfc822\r\n\r\n'.repeat(30_000)}`],
    ['many groups of a report', () => report('Action: failed\r\n\r\n'.repeat(50_000))],
    ['empty lines in a report', () => report(' \r\n'.repeat(200_000))],
    ['many fields of a report', () => report(`Action: failed\r\n${'Status: 5.1.1\r\n'.repeat(50_000)}`)],
  ])('takes no time: %s', async (_, make) => {
    const began = process.cpuUsage()
    await readBounce(Buffer.from(make()), secret)
    const { user, system } = process.cpuUsage(began)
    expect((user + system) / 1_000).toBeLessThan(1_500)
  })
})

function nested(depth: number): string {
  const open = Array.from(
    { length: depth },
    (_, at) => `Content-Type: multipart/mixed; boundary=b${at}\r\n\r\n--b${at}\r\n`,
  )
  return `To: bounces+${bounce}@example.org\r\n${open.join('')}Content-Type: message/delivery-status\r\n\r\nAction: failed\r\nStatus: 5.1.1\r\n`
}

const report = (part: string): string =>
  `Content-Type: multipart/report; boundary=b\r\n\r\n--b\r\nContent-Type: message/delivery-status\r\n\r\n${part}\r\n--b--\r\n`

describe('a notice that was changed on its way', () => {
  const messages = readdirSync(cases).map(name => readFileSync(join(cases, name, 'message.eml'), 'utf8'))
  const random = seeded(20_260_320)
  const below = (limit: number) => Math.floor(random() * limit)

  /** Cuts, doubles, swaps and spoils lines of two notices. */
  function spoilt(): Buffer {
    const lines = [messages[below(messages.length)], messages[below(messages.length)]].flatMap(
      (message, at) => (at === 0 || random() < 0.2 ? (message?.split('\n') ?? []) : []),
    )
    for (let changes = below(6); changes > 0; changes -= 1) {
      const [from, to] = [below(lines.length), below(lines.length)]
      const line = lines[from] ?? ''
      if (random() < 0.3) lines.splice(from, below(4))
      else if (random() < 0.5) lines.splice(to, 0, line)
      else
        lines[to] =
          line.slice(0, below(line.length)) + String.fromCharCode(below(256)) + line.slice(below(line.length))
    }
    return bytesOf(lines.join('\n'))
  }

  test('is read without an error, and is about nobody but whom we wrote to', async () => {
    const kinds = new Map<string, number>()
    for (let count = 0; count < 400; count += 1) {
      const { kind, subject: about, ...words } = await readBounce(spoilt(), secret)
      kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
      if (about) expect(about).toEqual(subject)
      for (const said of Object.values(words))
        expect(said).toMatch(/^[^\x00-\x1f\x7f-\x9f\u202a-\u202e]{1,300}$/)
    }
    expect([...kinds.keys()].sort()).toEqual(['complaint', 'hard', 'other', 'soft'])
  })
})
