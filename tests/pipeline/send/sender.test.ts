import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { AddressRefused } from '../../../pipeline/send/compose/recipient.js'
import type { Launch, Ledger } from '../../../pipeline/send/ledger.js'
import { senderRules } from '../../../pipeline/send/rules.js'
import { type SenderRequest, sendLaunch } from '../../../pipeline/send/sender.js'
import { StoreUnavailable } from '../../../pipeline/send/sending-store.js'
import type { Verdict } from '../../../pipeline/send/transport.js'
import { nodeWorld } from '../../../pipeline/world-node.js'
import { type TestStore, testStore } from '../../support/sending-store.js'

let store: TestStore
let launch: Launch

const names = Array.from({ length: 20 }, (_, index) => `reader${index + 1}`)

beforeEach(async () => {
  store = await testStore(names)
  launch = await store.ledger.launch({
    mailing: 'tides',
    build: { digest: 'd', slug: 'tides', title: 'Tides', files: new Map() },
    startsAt: 0,
  })
})
afterEach(() => store.remove())

/** What each message was given, and what the server answers: by the number of the message. */
function mailServer(answer: (to: string, nth: number) => Verdict | Promise<Verdict> = () => ok) {
  const taken: string[] = []
  let count = 0
  let open = 0
  return {
    taken,
    get open() {
      return open
    },
    transport: {
      name: 'a test',
      connections: 4,
      verify: async () => undefined,
      channel: () => {
        open += 1
        return {
          async send({ envelope }: { envelope: { to: string } }) {
            count += 1
            const verdict = await answer(envelope.to, count)
            if (verdict.kind === 'sent') taken.push(envelope.to)
            return verdict
          },
          async close() {
            open -= 1
          },
        }
      },
    },
  }
}

const ok: Verdict = { kind: 'sent', response: '250 ok' }

async function run(server: ReturnType<typeof mailServer>, given: Partial<SenderRequest> = {}) {
  const ledger = given.ledger ?? store.ledger
  return sendLaunch({
    turn: await store.ledger.begin(launch.id, 1),
    ledger,
    transport: server.transport,
    compose: async ({ email }) => ({
      envelope: { from: 'letters@example.org', to: email },
      raw: Buffer.alloc(0),
    }),
    rules: senderRules({ connections: 4, perConnection: 100 }, () => 0.5),
    time: store.time,
    wait: store.wait,
    signal: new AbortController().signal,
    ...given,
  })
}

const counts = () => store.ledger.counts(launch.id)

test('everybody gets one, and every channel is closed', async () => {
  const server = mailServer()
  expect(await run(server)).toEqual({ kind: 'done' })
  expect(server.taken.toSorted()).toEqual(names.map(name => `${name}@example.org`).toSorted())
  expect(server.open).toBe(0)
  expect(await counts()).toMatchObject({ sent: 20, pending: 0, claimed: 0 })
})

test('one that is put off is tried again when it is due', async () => {
  const tried: number[] = []
  const server = mailServer(to => {
    if (to !== 'reader7@example.org') return ok
    tried.push(store.now)
    return tried.length < 3 ? { kind: 'deferred', scope: 'reader', reason: '450 4.2.1 later' } : ok
  })
  expect(await run(server)).toEqual({ kind: 'done' })
  expect(server.taken.length).toBe(20)
  const [first = 0, second = 0, third = 0] = tried
  expect(second - first).toBeGreaterThan(30_000)
  expect(third - second).toBeGreaterThan(2 * 60_000)
  expect(await counts()).toMatchObject({ sent: 20, deferred: 0 })
})

test('one that is put off for two days is given up', async () => {
  const server = mailServer(to => {
    if (to !== 'reader7@example.org') return ok
    store.now += 49 * 3_600_000
    return { kind: 'deferred', scope: 'reader', reason: '450 4.2.1 later' }
  })
  expect(await run(server)).toEqual({ kind: 'done' })
  expect(await store.ledger.deliveries(launch.id, ['failed'])).toMatchObject([
    { email: 'reader7@example.org', response: '450 4.2.1 later' },
  ])
})

test('a server that wants fewer is left alone for a while', async () => {
  const server = mailServer((_, nth) =>
    nth === 3 ? { kind: 'deferred', scope: 'channel', reason: '421 too many' } : ok,
  )
  const began = store.now
  expect(await run(server)).toEqual({ kind: 'done' })
  expect(store.now - began).toBeGreaterThan(4000)
  expect(await counts()).toMatchObject({ sent: 20 })
})

test('a server that refuses the sender pauses the launch, and nothing is lost', async () => {
  const refusal: Verdict = { kind: 'halted', reason: '535 wrong password' }
  expect(await run(mailServer((_, nth) => (nth > 5 ? refusal : ok)))).toEqual({
    kind: 'halted',
    reason: '535 wrong password',
  })
  expect(await store.ledger.get(launch.id)).toMatchObject({ state: 'paused', reason: '535 wrong password' })
  const { sent, pending, unknown } = await counts()
  expect([sent + pending, unknown]).toEqual([20, 0])
  await store.ledger.setState(launch.id, 'sending')
  const again = mailServer()
  expect(await run(again)).toEqual({ kind: 'done' })
  expect(again.taken.length).toBe(20 - sent)
})

describe('it drains', () => {
  test('when it is asked to stop: what is under way comes to its end', async () => {
    const stop = new AbortController()
    const server = mailServer(async (_, nth) => {
      if (nth === 6) stop.abort()
      await new Promise(resolve => setImmediate(resolve))
      return ok
    })
    expect(await run(server, { signal: stop.signal })).toEqual({ kind: 'stopped' })
    const { sent, pending, unknown, claimed } = await counts()
    expect(sent).toBe(server.taken.length)
    expect(sent).toBeLessThan(11)
    expect([sent + pending, unknown, claimed]).toEqual([20, 0, 0])
    // One that was never tried has no attempt to its name.
    const turn = await store.ledger.begin(launch.id, 1)
    expect((await store.ledger.exchange(turn, [], 1)).claims).toMatchObject([{ attempts: 1 }])
  })

  test('when another process pauses the launch', async () => {
    const other = await store.other()
    const server = mailServer(async (_, nth) => {
      if (nth === 2) await other.ledger.setState(launch.id, 'paused')
      return ok
    })
    expect(await run(server)).toEqual({ kind: 'stopped' })
    expect(server.taken.length).toBeLessThan(13)
    expect(await counts()).toMatchObject({ sent: server.taken.length, unknown: 0, claimed: 0 })
  })

  test('when a message cannot be made, which is said', async () => {
    const server = mailServer()
    const end = await run(server, {
      compose: async ({ email }) => {
        if (email === 'reader9@example.org') throw new Error('no key')
        return { envelope: { from: 'letters@example.org', to: email }, raw: Buffer.alloc(0) }
      },
    })
    expect(end).toEqual({ kind: 'halted', reason: 'no key' })
    expect(await counts()).toMatchObject({ sent: server.taken.length, unknown: 0, claimed: 0 })
  })
})

test('an address that cannot be written to is failed, and the others are sent', async () => {
  const server = mailServer()
  const end = await run(server, {
    compose: async ({ email }) => {
      if (email === 'reader9@example.org') throw new AddressRefused('not ASCII')
      return { envelope: { from: 'letters@example.org', to: email }, raw: Buffer.alloc(0) }
    },
  })
  expect(end).toEqual({ kind: 'done' })
  expect(await counts()).toMatchObject({ sent: 19, failed: 1 })
  expect((await store.readers.get(9))?.state).toBe('bounced')
})

test('without an answer it is unknown, and not tried again', async () => {
  const server = mailServer(to =>
    to === 'reader3@example.org' ? { kind: 'unknown', reason: 'the connection was lost' } : ok,
  )
  expect(await run(server)).toEqual({ kind: 'done' })
  expect(await counts()).toMatchObject({ sent: 19, unknown: 1 })
  expect(await store.ledger.deliveries(launch.id, ['unknown'])).toMatchObject([
    { email: 'reader3@example.org', response: 'the connection was lost', attempts: 1 },
  ])
})

describe('a ledger that cannot be written', () => {
  const failing = (times: number): Ledger => {
    let left = times
    const fail = () => {
      left -= 1
      if (left >= 0) throw new StoreUnavailable('There is no room left on the disk')
    }
    return {
      ...store.ledger,
      exchange: async (turn, results, want) => {
        if (results.length > 0) fail()
        return store.ledger.exchange(turn, results, want)
      },
      end: async (turn, results) => {
        fail()
        return store.ledger.end(turn, results)
      },
    }
  }

  test('for a moment is waited for', async () => {
    const server = mailServer()
    expect(await run(server, { ledger: failing(20) })).toEqual({ kind: 'done' })
    expect(await counts()).toMatchObject({ sent: 20 })
  })

  test('for long ends the sending, and who was sent what could not be noted is said', async () => {
    const server = mailServer()
    const end = await run(server, { ledger: failing(Number.POSITIVE_INFINITY) })
    expect(end).toMatchObject({ kind: 'ledger-failed', reason: 'There is no room left on the disk' })
    expect(server.taken.length).toBeLessThanOrEqual(8)
    expect(end.kind === 'ledger-failed' && end.sent.map(id => `reader${id}@example.org`).toSorted()).toEqual(
      server.taken.toSorted(),
    )
    // The next sender finds them unknown, and sends them to nobody again.
    store.now += 120_000
    const next = mailServer()
    expect(await run(next)).toEqual({ kind: 'done' })
    expect(next.taken.filter(to => server.taken.includes(to))).toEqual([])
    expect(await counts()).toMatchObject({ unknown: server.taken.length, sent: next.taken.length })
  })
})

test('one that has lost its turn notes nothing', async () => {
  const server = mailServer(async (_, nth) => {
    if (nth === 3) {
      store.now += 120_000
      await store.ledger.begin(launch.id, 2)
    }
    return ok
  })
  expect(await run(server)).toMatchObject({
    kind: 'ledger-failed',
    reason: expect.stringContaining('taken over'),
  })
  const { sent, unknown, pending } = await counts()
  expect([sent, unknown + pending]).toEqual([0, 20])
})

test('many connections may wait at once', async () => {
  const { wait } = nodeWorld()
  const warnings: Error[] = []
  const heard = (warning: Error) => warnings.push(warning)
  process.on('warning', heard)
  try {
    const server = mailServer()
    const { pace, ...rules } = senderRules({ connections: 20, perConnection: 100 }, () => 0.5)
    let asked = 0
    await run(server, {
      transport: { ...server.transport, connections: 20 },
      rules: { ...rules, pace: (email, now) => (asked++ < 400 ? 5 : pace(email, now)) },
      wait,
    })
    // What Node warns of it says with the next turn.
    await new Promise(resolve => setImmediate(resolve))
    expect(server.taken).toHaveLength(names.length)
    expect(warnings).toEqual([])
  } finally {
    process.off('warning', heard)
  }
})

describe('what is put off', () => {
  const never = mailServer((to, nth) =>
    to === 'reader1@example.org' ? { kind: 'deferred', scope: 'reader', reason: `450 ${nth}` } : ok,
  )

  test('is not waited for longer than was said', async () => {
    const began = store.time()
    expect(await run(never, { patience: 30_000 })).toEqual({ kind: 'put-off' })
    expect(store.time() - began).toBeLessThan(30_000)
    expect(await counts()).toMatchObject({ sent: 19, deferred: 1, claimed: 0 })
    expect((await store.ledger.get(launch.id))?.state).toBe('sending')
  })
})

test('what is to be tried anew since the last look is not said to be done', async () => {
  const server = mailServer(to =>
    to === 'reader1@example.org' ? { kind: 'failed', noMailbox: false, reason: '550' } : ok,
  )
  const ledger: Ledger = {
    ...store.ledger,
    async end(turn, results) {
      await store.ledger.exchange(turn, results, 0)
      await store.ledger.reopen(launch.id, ['failed'])
      return store.ledger.end(turn, [])
    },
  }
  expect(await run(server, { ledger })).toEqual({ kind: 'put-off' })
  expect(await counts()).toMatchObject({ sent: 19, pending: 1 })
})

test('a pause is heard though the clock was set back', async () => {
  const server = mailServer(to =>
    to === 'reader1@example.org' ? { kind: 'deferred', scope: 'reader', reason: '450' } : ok,
  )
  const other = await store.other()
  let waited = 0
  let isBack = false
  const end = await run(server, {
    time: () => store.now - (isBack ? 3_600_000 : 0),
    async wait(milliseconds, signal) {
      await store.wait(milliseconds, signal)
      if ((await counts()).deferred === 0) return
      waited += milliseconds
      if (!isBack) await other.ledger.setState(launch.id, 'paused')
      isBack = true
    },
  })
  expect(end).toEqual({ kind: 'stopped' })
  expect(waited).toBeLessThan(200_000)
})

test('who leaves while the server wants nothing is not sent it afterwards', async () => {
  const server = mailServer((_, nth) =>
    nth <= 4 ? { kind: 'deferred', scope: 'channel', reason: '421 later' } : ok,
  )
  let haveLeft = false
  const end = await run(server, {
    async wait(milliseconds, signal) {
      await store.wait(milliseconds, signal)
      const { deferred, claimed } = await counts()
      if (haveLeft || deferred === 0 || claimed > 0) return
      haveLeft = true
      for (const id of [5, 6, 7, 8, 20]) await store.readers.change(id, { state: 'unsubscribed' })
    },
  })
  expect(end).toEqual({ kind: 'done' })
  expect(server.taken).not.toContain('reader5@example.org')
  expect(await counts()).toMatchObject({ sent: 15, suppressed: 5 })
})
