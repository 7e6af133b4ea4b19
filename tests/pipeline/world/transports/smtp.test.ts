import type { SMTPServerOptions } from 'smtp-server'
import { afterEach, describe, expect, test } from 'vitest'
import { TransportRefused } from '../../../../pipeline/send/transport.js'
import { authorities, type MailReceiver, refusal, startReceiver } from '../../../support/mail-receiver.js'
import { messageTo, shortLimits, transportTo } from '../../../support/smtp-transport.js'

let receiver: MailReceiver | undefined
afterEach(async () => {
  await receiver?.close()
  receiver = undefined
})

async function receive(options: SMTPServerOptions = {}, certificate?: string): Promise<MailReceiver> {
  receiver = await startReceiver(options, certificate)
  return receiver
}

const env = { TRIFOLD_SMTP_USER: 'letters', TRIFOLD_SMTP_PASSWORD: 'open sesame' }
const signedIn: SMTPServerOptions = {
  authOptional: false,
  onAuth({ username, password }, _session, done) {
    if (username === 'letters' && password === 'open sesame') done(null, { user: username })
    else done(refusal(`535 5.7.8 ${username} may not come in with ${password}`))
  },
}

describe('a mail server', () => {
  test('takes a message as it is, for whom the envelope says', async () => {
    const { port, received, connections } = await receive()
    const channel = transportTo(port).channel()
    expect(connections().made).toBe(0)
    const message = messageTo()
    const raw = Buffer.from(`${message.raw.toString()}.\r\n..two\r\n.one\r\nFrom here\r\n`)
    expect(await channel.send({ ...message, raw })).toEqual({ kind: 'sent', response: '250 queued as 1' })
    expect(received).toEqual([
      { from: 'bounces+1@example.org', to: 'ada@example.org', raw: raw.toString('latin1') },
    ])
    await channel.close()
    await expect.poll(connections).toEqual({ made: 1, open: 0 })
  })

  test('takes many on one connection, which is closed and opened anew after so many', async () => {
    const { port, received, connections } = await receive()
    const channel = transportTo(port, {}, { pace: { connections: 1, perConnection: 4 } }).channel()
    const sent = Array.from({ length: 10 }, (_, index) => channel.send(messageTo(`r${index}@example.org`)))
    expect((await Promise.all(sent)).every(({ kind }) => kind === 'sent')).toBe(true)
    expect(received.map(({ to }) => to)).toEqual(Array.from({ length: 10 }, (_, i) => `r${i}@example.org`))
    expect(connections()).toEqual({ made: 3, open: 1 })
    await channel.close()
    await expect.poll(() => connections().open).toBe(0)
  })

  test('has another connection for each channel', async () => {
    const { port, connections } = await receive()
    const transport = transportTo(port, {}, { pace: { connections: 3, perConnection: 100 } })
    expect(transport.connections).toBe(3)
    const channels = [transport.channel(), transport.channel(), transport.channel()]
    await Promise.all(channels.map(channel => channel.send(messageTo())))
    expect(connections()).toEqual({ made: 3, open: 3 })
    await Promise.all(channels.map(channel => channel.close()))
  })

  test('is used again after a reader was refused', async () => {
    const answers = ['550 5.1.1 User unknown', '450 4.2.0 Greylisted', '552 5.2.2 Mailbox full']
    const { port, received, connections } = await receive({
      onRcptTo: (_address, _session, done) => {
        const answer = answers.shift()
        done(answer === undefined ? null : refusal(answer))
      },
    })
    const channel = transportTo(port).channel()
    expect(await channel.send(messageTo())).toMatchObject({ kind: 'failed', noMailbox: true })
    expect(await channel.send(messageTo())).toMatchObject({ kind: 'deferred', scope: 'reader' })
    expect(await channel.send(messageTo())).toMatchObject({ kind: 'failed', noMailbox: false })
    expect(await channel.send(messageTo())).toMatchObject({ kind: 'sent' })
    expect(received).toHaveLength(1)
    expect(connections().made).toBe(1)
    await channel.close()
  })

  test('takes on a second try whom it put off at the first', async () => {
    const seen = new Set<string>()
    const { port } = await receive({
      onRcptTo({ address }, _session, done) {
        done(seen.has(address) ? null : refusal('451 4.7.1 Greylisting in action, please come back later'))
        seen.add(address)
      },
    })
    const channel = transportTo(port).channel()
    const kinds = []
    for (const to of ['a@one.example', 'b@two.example', 'a@one.example', 'b@two.example'])
      kinds.push((await channel.send(messageTo(to))).kind)
    expect(kinds).toEqual(['deferred', 'deferred', 'sent', 'sent'])
    await channel.close()
  })

  test.each<[what: string, options: SMTPServerOptions, verdict: object]>([
    [
      'refuses the sender',
      { onMailFrom: (_address, _session, done) => done(refusal('553 5.7.1 Not your address')) },
      { kind: 'halted', reason: '553 5.7.1 Not your address' },
    ],
    [
      'puts the sender off',
      { onMailFrom: (_address, _session, done) => done(refusal('451 4.3.2 Come later')) },
      { kind: 'deferred', scope: 'channel', reason: '451 4.3.2 Come later' },
    ],
    [
      'refuses the message',
      {
        onData(stream, _session, done) {
          stream.on('end', () => done(refusal('550 5.7.1 Spam'))).resume()
        },
      },
      { kind: 'failed', noMailbox: false, reason: '550 5.7.1 Spam' },
    ],
    [
      'puts the message off',
      {
        onData(stream, _session, done) {
          stream.on('end', () => done(refusal('454 Throttling failure'))).resume()
        },
      },
      { kind: 'deferred', scope: 'channel', reason: '454 Throttling failure' },
    ],
    [
      'says that it takes only shorter ones',
      { size: 100 },
      { kind: 'halted', reason: 'Message size larger than allowed 100' },
    ],
    [
      'turns every connection away',
      { onConnect: (_session, done) => done(refusal('554 5.7.1 Your address is blocked')) },
      { kind: 'halted', reason: '554 5.7.1 Your address is blocked' },
    ],
    [
      'turns every connection away for now',
      { onConnect: (_session, done) => done(refusal('421 4.3.2 Too busy')) },
      { kind: 'deferred', scope: 'channel', reason: expect.stringContaining('4.3.2 Too busy') },
    ],
  ])('that %s gives its verdict', async (_, options, verdict) => {
    const { port } = await receive(options)
    const channel = transportTo(port).channel()
    expect(await channel.send(messageTo())).toEqual(verdict)
    await channel.close()
  })

  test.each([
    ['two addresses with a comma', 'ada@example.org,bea@example.org'],
    ['a command', 'ada@example.org>\r\nRCPT TO:<bea@example.org'],
    ['a parameter', 'ada@example.org> NOTIFY=NEVER'],
    ['nothing', ''],
  ])('is never made to send to more than one: %s', async (_, to) => {
    const { port, received } = await receive()
    const channel = transportTo(port).channel()
    const { raw } = messageTo()
    const verdict = await channel.send({ envelope: { from: 'letters@example.org', to }, raw })
    expect(verdict).toMatchObject({ kind: 'failed', noMailbox: false })
    expect(await channel.send(messageTo())).toMatchObject({ kind: 'sent' })
    expect(received.map(message => message.to)).toEqual(['ada@example.org'])
    await channel.close()
  })

  test('that is not there is a fault of the channel, and verifying says so', async () => {
    const { port } = await receive()
    await receiver?.close()
    const transport = transportTo(port)
    expect(await transport.channel().send(messageTo())).toMatchObject({ kind: 'deferred', scope: 'channel' })
    await expect(transport.verify()).rejects.toThrow(
      `127.0.0.1:${port}: connect ECONNREFUSED 127.0.0.1:${port}. Nothing answers on port ${port}; check sending.smtp.host and port.`,
    )
  })
})

describe('encryption', () => {
  test.each(['implicit', 'starttls'] as const)('is used: %s', async tls => {
    let isSecure = false
    const { port } = await receive({
      secure: tls === 'implicit',
      onMailFrom(_address, { secure }, done) {
        isSecure = secure
        done()
      },
    })
    const channel = transportTo(port, { tls, host: 'localhost' }, { authorities }).channel()
    expect(await channel.send(messageTo())).toMatchObject({ kind: 'sent' })
    expect(isSecure).toBe(true)
    await channel.close()
  })

  test.each<
    [
      what: string,
      options: SMTPServerOptions,
      certificate: string,
      tls: 'implicit' | 'starttls',
      says: RegExp,
    ]
  >([
    [
      'it is not offered',
      { disabledCommands: ['STARTTLS'] },
      'localhost',
      'starttls',
      /set sending\.smtp\.tls to implicit/,
    ],
    [
      'the certificate is of another host',
      { secure: true },
      'other',
      'implicit',
      /Set sending\.smtp\.host to the name/,
    ],
    [
      'the certificate is of another host after STARTTLS',
      {},
      'other',
      'starttls',
      /Set sending\.smtp\.host to the name/,
    ],
    ['it comes later than was said', {}, 'localhost', 'implicit', /set sending\.smtp\.tls to starttls/],
    ['it comes sooner than was said', { secure: true }, 'localhost', 'starttls', /needs tls: implicit/],
  ])('stops everything where %s', async (_, options, certificate, tls, says) => {
    const { port, received } = await receive(options, certificate)
    const trusted = `${authorities}${await otherCertificate()}`
    const transport = transportTo(
      port,
      { tls, host: 'localhost' },
      { authorities: trusted, env, limits: shortLimits },
    )
    const told = await transport.verify().catch((error: unknown) => error)
    expect(told).toBeInstanceOf(TransportRefused)
    expect(String(told)).toMatch(says)
    expect(received).toEqual([])
  })

  test('stops everything where nobody known has signed the certificate', async () => {
    const { port, received } = await receive({ secure: true })
    const transport = transportTo(port, { tls: 'implicit', host: 'localhost' })
    expect(await transport.channel().send(messageTo())).toMatchObject({
      kind: 'halted',
      reason: expect.stringMatching(/self-signed certificate\. .* NODE_EXTRA_CA_CERTS\.$/),
    })
    expect(received).toEqual([])
  })

  test('may be left out on this machine alone', async () => {
    const transport = transportTo(25, { host: '192.0.2.1' })
    const says = /192\.0\.2\.1 is not this machine, .* set sending\.smtp\.tls to starttls or implicit\.$/
    await expect(transport.verify()).rejects.toThrow(says)
    expect(await transport.channel().send(messageTo())).toMatchObject({
      kind: 'halted',
      reason: expect.stringMatching(says),
    })
  })
})

describe('signing in', () => {
  const tls = { tls: 'starttls', host: 'localhost' } as const

  test('is by the environment', async () => {
    const { port, received } = await receive(signedIn)
    const transport = transportTo(port, { ...tls, user: 'someone else' }, { authorities, env })
    await transport.verify()
    const channel = transport.channel()
    expect(await channel.send(messageTo())).toMatchObject({ kind: 'sent' })
    expect(received).toHaveLength(1)
    await channel.close()
  })

  test('stops everything where it is refused, and nobody is shown the password', async () => {
    const { port } = await receive(signedIn)
    const wrong = { ...env, TRIFOLD_SMTP_PASSWORD: 'let me in' }
    const transport = transportTo(port, tls, { authorities, env: wrong })
    const says =
      '535 5.7.8 letters may not come in with ***. Check TRIFOLD_SMTP_USER and TRIFOLD_SMTP_PASSWORD, or sending.smtp.user and its passwordFile.'
    expect(await transport.channel().send(messageTo())).toEqual({ kind: 'halted', reason: says })
    await expect(transport.verify()).rejects.toThrow(`localhost:${port}: ${says}`)
    expect(JSON.stringify(transport)).not.toContain('let me in')
  })

  test('is put off where the server cannot tell now', async () => {
    const { port } = await receive({
      ...signedIn,
      onAuth: (_auth, _session, done) => done(refusal('454 4.7.0 Temporary authentication failure')),
    })
    const channel = transportTo(port, tls, { authorities, env }).channel()
    expect(await channel.send(messageTo())).toMatchObject({ kind: 'deferred', scope: 'channel' })
  })

  test('stops everything where the server knows none', async () => {
    const { port } = await receive({ disabledCommands: ['AUTH'] })
    await expect(transportTo(port, tls, { authorities, env }).verify()).rejects.toThrow(
      /offers no way to sign in\. Where it needs no password, leave out/,
    )
  })

  test('stops everything where it is asked for and nobody is named', async () => {
    const { port } = await receive(signedIn)
    const channel = transportTo(port, tls, { authorities }).channel()
    expect(await channel.send(messageTo())).toMatchObject({
      kind: 'halted',
      reason: expect.stringMatching(/^530 /),
    })
  })

  test('is not tried without a password', async () => {
    const { port, connections } = await receive(signedIn)
    const transport = transportTo(port, { ...tls, user: 'letters' }, { authorities })
    await expect(transport.verify()).rejects.toThrow(
      /There is no password for letters; set TRIFOLD_SMTP_PASSWORD/,
    )
    expect(await transport.channel().send(messageTo())).toMatchObject({ kind: 'halted' })
    expect(connections().made).toBe(0)
  })
})

const otherCertificate = async () => {
  const { readFile } = await import('node:fs/promises')
  return readFile(new URL('../../../fixtures/send/tls/other.crt', import.meta.url), 'utf8')
}

test.each([
  ['smtp.example.org', 'smtp.example.org:587'],
  ['::1', '[::1]:587'],
])('%s is told of as %s', (host, name) => {
  expect(transportTo(587, { host, user: 'letters' }).name).toBe(name)
})
