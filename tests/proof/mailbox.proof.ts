import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { readOfMessage } from '../../pipeline/bounces/read-bounce.js'
import { intake } from '../../pipeline/bounces/take-in.js'
import { signToken } from '../../pipeline/readers/token.js'
import type { MailServer } from '../../pipeline/send/settings.js'
import { fetchBounces, type MailboxReading } from '../../pipeline/world/mailbox.js'
import { memoryWorld } from '../../pipeline/world-memory.js'
import { type Mailbox, startDovecot, whyNoDovecot } from '../support/dovecot.js'
import { settlingStore } from '../support/settling-store.js'

const why = whyNoDovecot()
let dovecot: Mailbox

const message = (subject: string, body = 'Words.\r\n') =>
  `From: a@example.net\r\nTo: bounces@example.org\r\nSubject: ${subject}\r\n\r\n${body}`

/** How the mailbox is configured, and who reads it. */
function set(tls: 'implicit' | 'starttls' = 'implicit', password = dovecot.password) {
  const settings: MailServer & { folder: string } = {
    host: 'localhost',
    port: dovecot.ports[tls],
    tls,
    user: dovecot.user,
    folder: 'INBOX',
  }
  const world = memoryWorld({ env: { TRIFOLD_IMAP_PASSWORD: password } })
  const read: string[] = []
  const reading: MailboxReading = {
    world,
    ca: dovecot.ca,
    handle: async raw => {
      read.push(/^Subject: (.*?)\r$/m.exec(Buffer.from(raw).toString())?.[1] ?? '')
    },
  }
  return { settings, reading, read }
}

describe.skipIf(why !== undefined)(
  `a mailbox at a server of IMAP${why === undefined ? '' : `: left out, ${why}`}`,
  () => {
    beforeAll(async () => {
      dovecot = await startDovecot()
    })
    afterAll(() => dovecot.close())
    beforeEach(async () => {
      const { settings, reading } = set()
      await fetchBounces(settings, reading)
      expect(await dovecot.unseen()).toEqual([])
    })

    test.each(['implicit', 'starttls'] as const)('is read over TLS, %s, each message once', async tls => {
      await dovecot.append(message('one'), message('two'), message('three'))
      const { settings, reading, read } = set(tls)
      expect(await fetchBounces(settings, reading)).toBe(3)
      expect(read).toEqual(['one', 'two', 'three'])
      expect(await fetchBounces(settings, reading)).toBe(0)
      expect(await dovecot.unseen()).toEqual([])
    })

    test('keeps what could not be handled, and what comes after it', async () => {
      await dovecot.append(message('one'), message('two'), message('three'))
      const { settings, reading, read } = set()
      const failing = {
        ...reading,
        handle: async (raw: Uint8Array) => {
          if (Buffer.from(raw).includes('Subject: two')) throw new RangeError('the disk is full')
          await reading.handle(raw)
        },
      }
      await expect(fetchBounces(settings, failing)).rejects.toThrow(new RangeError('the disk is full'))
      expect(await dovecot.unseen()).toEqual(['two', 'three'])
      expect(await fetchBounces(settings, reading)).toBe(2)
      expect(read).toEqual(['one', 'two', 'three'])
    })

    test('gives no more of a message than a notice needs', async () => {
      await dovecot.append(message('long', 'x'.repeat(75).concat('\r\n').repeat(140_000)))
      const { settings, reading } = set()
      const lengths: number[] = []
      await fetchBounces(settings, { ...reading, handle: async raw => void lengths.push(raw.length) })
      expect(lengths).toEqual([readOfMessage])
    })

    test('has its bounces settled', async () => {
      const secret = Buffer.alloc(32, 7)
      const store = settlingStore([{}, {}], { 1: [1, 2] })
      const token = signToken(secret, 'bounce', { reader: 2, launch: 1 })
      await dovecot.append(
        `From: MAILER-DAEMON@example.net\r\nTo: bounces+${token}@example.org\r\nSubject: failure notice\r\n\r\n<r@example.net>: 550 5.1.1 gone\r\n`,
        message('an answer'),
      )
      const { take, tally } = intake(secret, store)
      const { settings, reading } = set()
      await fetchBounces(settings, { ...reading, handle: take })
      expect(tally()).toMatchObject({ bounced: 1, nothing: 1 })
      expect(store.list.get(2)?.state).toBe('bounced')
    })

    test('stops between two messages when it is told to', async () => {
      await dovecot.append(message('one'), message('two'))
      const { settings, reading, read } = set()
      const stop = new AbortController()
      const stopping = {
        ...reading,
        signal: stop.signal,
        handle: async (raw: Uint8Array) => {
          await reading.handle(raw)
          stop.abort(new Error('stopped'))
        },
      }
      await expect(fetchBounces(settings, stopping)).rejects.toThrow('stopped')
      expect(read).toEqual(['one'])
    })

    test('is refused with a wrong password, which is not told', async () => {
      const { settings, reading } = set('implicit', 'wrong-password')
      const failure = await fetchBounces(settings, reading).catch((error: Error) => error)
      expect(failure).toMatchObject({ name: 'MailboxRefused' })
      expect(String(failure)).toMatch(
        /^MailboxRefused: localhost:\d+ refused the user or the password: .*TRIFOLD_IMAP_USER/,
      )
      expect(String(failure)).not.toContain('wrong-password')
    })

    test('has the folder that is named, or says so', async () => {
      const { settings, reading } = set()
      await expect(fetchBounces({ ...settings, folder: 'Returned' }, reading)).rejects.toThrow(
        /^localhost:\d+ has no folder Returned\. Correct `mailbox\.folder`$/,
      )
    })

    test('is not spoken to where its certificate is not trusted', async () => {
      const { settings, reading } = set()
      const { ca: _, ...untrusting } = reading
      await expect(fetchBounces(settings, untrusting)).rejects.toThrow('Expected a certificate for this name')
      await expect(fetchBounces({ ...settings, host: '127.0.0.1' }, reading)).rejects.toThrow(
        'Expected a certificate for this name',
      )
    })

    test('may do without TLS on this machine alone', async () => {
      await dovecot.append(message('one'))
      const { settings, reading, read } = set('starttls')
      expect(await fetchBounces({ ...settings, tls: 'none' }, reading)).toBe(1)
      expect(read).toEqual(['one'])
    })
  },
)
