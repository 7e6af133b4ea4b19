import { describe, expect, test } from 'vitest'
import { defaults } from '../../../../pipeline/config/defaults.js'
import { checkSettings, checkTransport } from '../../../../pipeline/send/identity/check-settings.js'
import type { SendingSettings } from '../../../../pipeline/send/settings.js'

const bare: SendingSettings = { folder: '/readers', pace: defaults.sending.pace, countLinks: false }
const server = { host: 'mail.example.org', port: 993, tls: 'implicit' } as const

describe('the config', () => {
  test.each<[string, string | undefined, Partial<SendingSettings>, string]>([
    ['from', undefined, {}, 'missing: nobody'],
    ['from', 'a@example.org', {}, 'good: a@example.org'],
    ['reply-to', 'a@example.org', {}, 'good: a@example.org, whom it is from'],
    ['reply-to', 'a@example.org', { replyTo: 'b@example.org' }, 'good: b@example.org'],
    ['bounces', undefined, {}, 'optional: come to whom the email is from'],
    [
      'bounces',
      undefined,
      { bounces: 'b@example.org' },
      'optional: b@example.org, which nobody reads for you',
    ],
    [
      'bounces',
      undefined,
      { bounces: 'b@example.org', mailbox: { ...server, folder: 'INBOX' } },
      'good: b@example.org, read at mail.example.org:993',
    ],
    [
      'bounces',
      undefined,
      { bounces: `${'b'.repeat(15)}@example.org` },
      'missing: bbbbbbbbbbbbbbb@example.org has 15 characters before the @, expected at most 14',
    ],
    ['unsubscribing', undefined, {}, 'missing: no address to unsubscribe at'],
    [
      'unsubscribing',
      undefined,
      { url: 'http://l.example.org' },
      'missing: http://l.example.org is not https',
    ],
    [
      'unsubscribing',
      undefined,
      { url: 'https://l.example.org' },
      'good: https://l.example.org, with a link',
    ],
  ])('%s of %s, %o: %s', (name, from, settings, expected) => {
    const found = checkSettings({ settings: { ...bare, ...settings }, ...(from ? { from } : {}) })
    const finding = found.find(finding => finding.name === name)
    expect(`${finding?.state}: ${finding?.says}`.slice(0, expected.length)).toBe(expected)
    expect(finding?.mend === undefined).toBe(finding?.state === 'good')
  })
})

describe('the mail server', () => {
  test.each<[Partial<SendingSettings>, string]>([
    [{}, 'missing: none'],
    [{ outbox: '/out', smtp: server }, 'optional: none: messages are written to /out'],
    [{ smtp: server }, 'good: mail.example.org:993, TLS from the first byte'],
    [{ smtp: { ...server, tls: 'starttls' } }, 'good: mail.example.org:993, TLS after STARTTLS'],
  ])('%o: %s', async (settings, expected) => {
    const { state, says } = await checkTransport({ ...bare, ...settings })
    expect(`${state}: ${says}`).toBe(expected)
  })

  test("is the publication's own", async () => {
    const own = { ...bare, smtp: server, transporter: { sendMail: async () => undefined } }
    expect(await checkTransport(own)).toMatchObject({
      state: 'good',
      says: 'your own, `sending.transport`',
    })
    const refused = async () => {
      throw new Error('sending.transport: no key')
    }
    expect(await checkTransport(own, refused)).toMatchObject({
      state: 'missing',
      says: 'sending.transport: no key',
      mend: 'correct `sending.transport`',
    })
  })

  test('is tried where it can be', async () => {
    const settings = { ...bare, smtp: server }
    expect(await checkTransport(settings, async () => undefined)).toMatchObject({
      state: 'good',
      says: expect.stringContaining('it answers'),
    })
    const refused = async () => {
      throw new Error('mail.example.org:993 refused the password')
    }
    expect(await checkTransport(settings, refused)).toMatchObject({
      state: 'missing',
      says: 'mail.example.org:993 refused the password',
    })
  })
})
