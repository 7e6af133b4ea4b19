import type { Socket } from 'node:net'
import { afterAll, describe, expect, test } from 'vitest'
import type { Verdict } from '../../../../pipeline/send/transport.js'
import {
  type Act,
  type Oddities,
  type OddMailServer,
  startOddServer,
} from '../../../support/odd-mail-server.js'
import { messageTo, shortLimits, transportTo } from '../../../support/smtp-transport.js'

const servers: OddMailServer[] = []
afterAll(() => Promise.all(servers.map(server => server.close())))

/** A server, and a channel to it. */
async function odd(oddities: Oddities) {
  const server = await startOddServer(oddities)
  servers.push(server)
  return { ...server, way: transportTo(server.port, {}, { limits: shortLimits }).channel() }
}

const say = (text: string): Act => text
const ends: Act = socket => void socket.end()
const resets: Act = socket => void socket.resetAndDestroy()
const hangs: Act = () => undefined
const afterwards =
  (milliseconds: number, text: string): Act =>
  socket =>
    void setTimeout(() => socket.write(text), milliseconds).unref()
/** Says a little again and again, so that it is never silent. */
const drips =
  (text: string): Act =>
  socket => {
    const timer = setInterval(() => socket.write(text), 20)
    socket.once('close', () => clearInterval(timer))
  }
/** Says more than anyone wants to hear. */
const floods =
  (text: string): Act =>
  socket => {
    const block = text.repeat(2000)
    const more = () => {
      while (!socket.destroyed && socket.write(block));
    }
    socket.on('drain', more)
    more()
  }

/** Large enough that it does not fit into the buffers of a connection. */
const large = 8_000_000

const channel = { kind: 'deferred', scope: 'channel' }
const unknown = { kind: 'unknown' }

test.concurrent.each<[what: string, oddities: Oddities, verdict: object, size?: number]>([
  // While the connection is made.
  ['ends it without a greeting', { greeting: ends }, channel],
  ['resets it without a greeting', { greeting: resets }, channel],
  ['never greets', { greeting: hangs }, channel],
  ['greets slowly', { greeting: afterwards(150, '220 at last\r\n') }, { kind: 'sent' }],
  ['greets with another protocol', { greeting: say('HTTP/1.1 400 Bad Request\r\n\r\n') }, channel],
  ['greets with another code', { greeting: say('250 hello\r\n') }, channel],
  ['greets with bytes', { greeting: say('\u0000\u0001\u0002\u00ff\r\n') }, channel],
  ['greets with a line without an end', { greeting: floods('220 ') }, channel],
  ['greets with lines without an end', { greeting: floods('220-x\r\n') }, channel],
  ['drips lines of a greeting', { greeting: drips('220-x\r\n') }, channel],
  ['greets twice', { greeting: say('220 x\r\n220 x\r\n') }, channel],
  ['greets many times', { greeting: floods('220 x\r\n') }, channel],
  [
    'turns us away',
    { greeting: say('554 5.7.1 not you\r\n') },
    { kind: 'halted', reason: '554 5.7.1 not you' },
  ],
  ['knows no EHLO', { EHLO: say('502 what?\r\n') }, { kind: 'sent' }],
  ['hangs at EHLO', { EHLO: hangs }, channel],

  // Before the message.
  ['ends it at MAIL', { MAIL: ends }, channel],
  [
    'answers 421 at MAIL',
    { MAIL: say('421 4.3.2 closing\r\n') },
    { ...channel, reason: '421 4.3.2 closing' },
  ],
  ['hangs at MAIL', { MAIL: hangs }, channel],
  ['answers nonsense at MAIL', { MAIL: say('what?\r\n') }, channel],
  [
    'answers 421 at RCPT',
    { RCPT: say('421 4.3.2 closing\r\n') },
    { ...channel, reason: '421 4.3.2 closing' },
  ],
  ['resets it at RCPT', { RCPT: resets }, channel],
  ['ends it in the middle of an answer', { RCPT: socket => void socket.end('55') }, channel],
  ['answers DATA as if it were any command', { DATA: say('250 ok\r\n') }, channel],
  ['ends it at DATA', { DATA: ends }, channel],
  ['hangs at DATA', { DATA: hangs }, channel],
  ['drips lines of an answer', { RCPT: drips('250-x\r\n') }, channel],
  ['answers with a line without an end', { RCPT: floods('5') }, channel],
  [
    'answers in words that steer a terminal',
    { RCPT: say('550-5.1.1 \u001b[31mno\u0007\r\n550 5.1.1 such user\r\n') },
    { kind: 'failed', noMailbox: true, reason: '550 5.1.1 [31mno such user' },
  ],

  // Within the message.
  ['ends it within the message', { within: { bytes: 20_000, act: ends } }, channel, large],
  ['resets it within the message', { within: { bytes: 20_000, act: resets } }, channel, large],
  [
    'stops reading within the message',
    { within: { bytes: 20_000, act: socket => void socket.pause() } },
    channel,
    large,
  ],
  [
    'refuses it before it has all of it',
    { within: { bytes: 20_000, act: say('552 5.3.4 too large\r\n') } },
    { kind: 'failed', noMailbox: false, reason: '552 5.3.4 too large' },
    large,
  ],
  ['takes it before it has all of it', { within: { bytes: 20_000, act: say('250 ok\r\n') } }, channel, large],
  ['takes it before it has any of it', { DATA: say('354 go on\r\n250 ok\r\n') }, channel, large],

  // After the message.
  ['ends it after the message', { message: ends }, unknown],
  ['resets it after the message', { message: resets }, unknown],
  ['hangs after the message', { message: hangs }, unknown],
  ['ends it in the middle of the answer', { message: socket => void socket.end('2') }, unknown],
  ['drips lines of the answer', { message: drips('250-x\r\n') }, unknown],
  ['answers with lines without an end', { message: floods('250-x\r\n') }, unknown],
  ['answers nonsense', { message: say('taken, I think\r\n') }, unknown],
  ['contradicts itself', { message: say('250-taken\r\n550 refused\r\n') }, unknown],
  [
    'answers in two lines',
    { message: say('250-taken\r\n250 and kept\r\n') },
    { kind: 'sent', response: '250 taken and kept' },
  ],
  ['answers what belongs elsewhere', { message: say('354 go on\r\n') }, unknown],
  ['answers 421 after the message', { message: say('421 4.3.2 closing\r\n') }, channel],
  ['puts it off', { message: say('451 4.3.0 try again\r\n') }, { kind: 'deferred', scope: 'reader' }],
  ['refuses it', { message: say('554 5.7.1 spam\r\n') }, { kind: 'failed', noMailbox: false }],
  [
    'refuses it and ends it in one breath',
    { message: socket => void socket.end('554 5.7.1 spam') },
    { kind: 'failed', noMailbox: false, reason: '554 5.7.1 spam' },
  ],
  ['takes it slowly', { message: afterwards(200, '250 ok\r\n') }, { kind: 'sent', response: '250 ok' }],
  [
    'takes it in two pieces',
    {
      message: socket => {
        socket.write('250 o')
        afterwardsTo(socket, 20, 'k\r\n')
      },
    },
    { kind: 'sent', response: '250 ok' },
  ],
])('a server that %s', async (_, oddities, verdict, size) => {
  const { way } = await odd(oddities)
  expect(await way.send(messageTo('ada@example.org', size ?? 500))).toMatchObject(verdict)
  await way.close()
})

function afterwardsTo(socket: Socket, milliseconds: number, text: string): void {
  setTimeout(() => socket.write(text), milliseconds).unref()
}

describe.concurrent('after what was odd on the first connection', () => {
  test.each<[what: string, oddities: Oddities, first: Verdict['kind']]>([
    ['a greeting that never came', { greeting: hangs }, 'deferred'],
    ['an end at MAIL', { MAIL: ends }, 'deferred'],
    ['an end within the message', { within: { bytes: 200, act: ends } }, 'unknown'],
    ['no answer to the message', { message: hangs }, 'unknown'],
    ['an answer of 421', { message: say('421 closing\r\n') }, 'deferred'],
    ['an answer out of step', { message: say('503 bad sequence\r\n') }, 'deferred'],
    [
      'a reader refused, and no RSET known',
      { RCPT: say('550 no\r\n'), RSET: say('500 what?\r\n') },
      'failed',
    ],
  ])('the next message has another: %s', async (_, oddities, first) => {
    const { way, connections, heard } = await odd({ ...oddities, connections: 1 })
    expect((await way.send(messageTo('ada@example.org'))).kind).toBe(first)
    expect(await way.send(messageTo('bea@example.org'))).toMatchObject({ kind: 'sent' })
    expect(connections()).toBe(2)
    expect(heard.at(-1)).toBe('message')
    await way.close()
  })
})

describe.concurrent('a connection that the server ended between two messages', () => {
  test.each<[what: string, message: Act]>([
    [
      'by its end',
      socket => {
        socket.write('250 ok\r\n')
        setTimeout(() => socket.end(), 20)
      },
    ],
    [
      'by 421',
      socket => {
        socket.write('250 ok\r\n')
        setTimeout(() => socket.end('421 4.4.2 idle\r\n'), 20)
      },
    ],
  ])('is made anew: %s', async (_, message) => {
    const { way, connections } = await odd({ message, connections: 1 })
    expect((await way.send(messageTo())).kind).toBe('sent')
    await new Promise(resolve => setTimeout(resolve, 60))
    expect((await way.send(messageTo())).kind).toBe('sent')
    expect(connections()).toBe(2)
    await way.close()
  })

  test.each<[what: string, act: Act]>([
    ['ends it', ends],
    ['answers 421', say('421 4.7.0 enough for this connection\r\n')],
  ])('is made anew where it %s at the next message, and then it is sent', async (_, act) => {
    let senders = 0
    const MAIL: Act = socket => {
      if (++senders !== 2) socket.write('250 ok\r\n')
      else if (typeof act === 'function') act(socket)
      else socket.write(act)
    }
    const { way, connections, heard } = await odd({ MAIL })
    expect((await way.send(messageTo())).kind).toBe('sent')
    expect((await way.send(messageTo())).kind).toBe('sent')
    expect(connections()).toBe(2)
    expect(heard.filter(what => what === 'message')).toHaveLength(2)
    await way.close()
  })

  test('is made anew once and not again', async () => {
    let senders = 0
    const { way, connections } = await odd({
      MAIL: socket => void (++senders === 1 ? socket.write('250 ok\r\n') : socket.end()),
    })
    expect((await way.send(messageTo())).kind).toBe('sent')
    expect(await way.send(messageTo())).toMatchObject(channel)
    expect(connections()).toBe(2)
    await way.close()
  })

  test('is not, where part of the message was on it', async () => {
    let messages = 0
    const { way, heard } = await odd({
      message: socket => void (++messages === 1 ? socket.write('250 ok\r\n') : socket.end()),
    })
    expect((await way.send(messageTo())).kind).toBe('sent')
    expect((await way.send(messageTo())).kind).toBe('unknown')
    expect(heard.filter(what => what === 'message')).toHaveLength(2)
    await way.close()
  })
})

test('a reply too many is not taken for that to the next message', async () => {
  const { way, connections, heard } = await odd({
    message: say('250 ok\r\n250 ok\r\n250 ok\r\n'),
    connections: 1,
  })
  const verdicts = await Promise.all([
    way.send(messageTo('ada@example.org')),
    way.send(messageTo('bea@example.org')),
  ])
  expect(verdicts.map(({ kind }) => kind)).toEqual(['sent', 'sent'])
  expect(connections()).toBe(2)
  expect(heard.filter(what => what === 'message')).toHaveLength(2)
  await way.close()
})

test('with pipelining a reader who is refused is, though the server wants the message', async () => {
  const { way, heard } = await odd({
    EHLO: say('250-odd.example\r\n250 PIPELINING\r\n'),
    RCPT: say('550 5.1.1 nobody\r\n'),
    message: say('554 5.5.1 no valid recipients\r\n'),
  })
  expect(await way.send(messageTo())).toMatchObject({ kind: 'failed', noMailbox: true })
  expect(heard).toEqual(['EHLO', 'MAIL', 'RCPT', 'DATA', 'empty message'])
  await way.close()
})

test('closing waits for a goodbye no longer than a moment', async () => {
  const { way } = await odd({ QUIT: hangs })
  await way.send(messageTo())
  const before = performance.now()
  await way.close()
  expect(performance.now() - before).toBeLessThan(1000)
  await way.close()
})
