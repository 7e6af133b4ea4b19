import { createTransport } from 'nodemailer'
import { afterEach, describe, expect, test } from 'vitest'
import { TransportRefused } from '../../../../pipeline/send/transport.js'
import type { Transporter } from '../../../../pipeline/send/transporter.js'
import { nodemailerTransport } from '../../../../pipeline/world/transports/nodemailer.js'
import { type MailReceiver, refusal, startReceiver } from '../../../support/mail-receiver.js'
import { messageTo } from '../../../support/smtp-transport.js'

const acts: (() => unknown)[] = []
afterEach(async () => {
  for (const act of acts.splice(0)) await act()
})

async function receive(options: Parameters<typeof startReceiver>[0] = {}): Promise<MailReceiver> {
  const receiver = await startReceiver(options)
  acts.push(() => receiver.close())
  return receiver
}

/** nodemailer's own pool of connections. */
function pooled(port: number) {
  const transporter = createTransport({
    host: '127.0.0.1',
    port,
    pool: true,
    ignoreTLS: true,
    maxRequeues: 0,
  })
  acts.unshift(() => transporter.close())
  return nodemailerTransport(transporter, 'a pool', { connections: 2 })
}

describe("nodemailer's own", () => {
  test('sends a message as it is, for whom the envelope says', async () => {
    const { port, received } = await receive()
    const transport = pooled(port)
    await transport.verify()
    expect(await transport.channel().send(messageTo())).toEqual({ kind: 'sent', response: '250 queued as 1' })
    expect(received).toEqual([
      { from: 'bounces+1@example.org', to: 'ada@example.org', raw: messageTo().raw.toString('latin1') },
    ])
  })

  test('has its refusals judged', async () => {
    const { port } = await receive({
      onRcptTo: (_address, _session, done) => done(refusal('550 5.1.1 nobody')),
    })
    expect(await pooled(port).channel().send(messageTo())).toEqual({
      kind: 'failed',
      noMailbox: true,
      reason: '550 5.1.1 nobody',
    })
  })

  test('that reaches nobody is refused', async () => {
    const receiver = await startReceiver()
    await receiver.close()
    const transport = pooled(receiver.port)
    await expect(transport.verify()).rejects.toThrow(TransportRefused)
    await expect(transport.verify()).rejects.toThrow(/^a pool: connect ECONNREFUSED/)
    expect(await transport.channel().send(messageTo())).toMatchObject({ kind: 'deferred', scope: 'channel' })
  })
})

test.each([
  ['stream', { streamTransport: true as const }],
  ['JSON', { jsonTransport: true as const }],
])("nodemailer's transport by %s, which has nothing to try, is taken as it is", async (_, options) => {
  await nodemailerTransport(createTransport(options), 'mine', { connections: 1 }).verify()
})

describe('one of another make', () => {
  const judged = (transporter: Transporter) =>
    nodemailerTransport(transporter, 'mine', { connections: 1, patience: 50 }).channel().send(messageTo())

  test.each([
    [
      { response: '250 ok', messageId: '<1@x>' },
      { kind: 'sent', response: '250 ok' },
    ],
    [{ messageId: '<1@x>' }, { kind: 'sent', response: '<1@x>' }],
    [undefined, { kind: 'sent', response: 'taken' }],
    [{ rejected: ['ada@example.org'] }, { kind: 'failed', noMailbox: false, reason: 'taken' }],
  ])('answers %j', async (info, verdict) => {
    expect(await judged({ sendMail: async () => info })).toEqual(verdict)
  })

  test('that throws before it promises anything is judged too', async () => {
    const verdict = await judged({
      sendMail() {
        throw new Error('no \u001b[31mkey')
      },
    })
    expect(verdict).toEqual({ kind: 'unknown', reason: 'no [31mkey' })
  })

  test('that never answers is given up', async () => {
    expect(await judged({ sendMail: () => new Promise(() => undefined) })).toEqual({
      kind: 'unknown',
      reason: 'No answer within 0.05 s',
    })
  })
})
