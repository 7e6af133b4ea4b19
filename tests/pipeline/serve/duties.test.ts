import { expect, test } from 'vitest'
import { type Launch, TurnTaken } from '../../../pipeline/send/ledger.js'
import type { SenderEnd } from '../../../pipeline/send/sender.js'
import { type DutiesRequest, doDuties } from '../../../pipeline/serve/duties.js'

const launch = (id: number): Launch => ({
  id,
  mailing: 'tides',
  digest: 'd',
  slug: 'tides',
  title: 'Tides',
  state: 'sending',
  startsAt: 0,
  createdAt: 0,
})

/** Does duties until they have been looked at so often. */
async function duties(rounds: number, given: Partial<DutiesRequest>): Promise<readonly string[]> {
  const lines: string[] = []
  const stop = new AbortController()
  let left = rounds
  await doDuties({
    due: async () => [],
    send: async () => ({ kind: 'done' }),
    forget: async () => 0,
    async wait(milliseconds, signal) {
      await new Promise(resolve => setImmediate(resolve))
      if (milliseconds === 2000 && --left <= 0) stop.abort(new Error('over'))
      if (milliseconds > 2000)
        await new Promise(resolve => signal?.addEventListener('abort', resolve, { once: true }))
      signal?.throwIfAborted()
    },
    signal: stop.signal,
    log: line => lines.push(line),
    ...given,
  })
  return lines
}

test('what is due is sent, and how it ended is told', async () => {
  const ends: SenderEnd[] = [
    { kind: 'done' },
    { kind: 'halted', reason: '535 wrong password' },
    { kind: 'ledger-failed', reason: 'No room', sent: [4] },
  ]
  const left = [[launch(1)], [launch(2)], [launch(3)]]
  const lines = await duties(4, {
    due: async () => left.shift() ?? [],
    send: async id => ends[id - 1] ?? { kind: 'stopped' },
  })
  expect(lines).toEqual([
    'Sending tides, launch 1',
    'tides, launch 1: done',
    'Sending tides, launch 2',
    'tides, launch 2: paused: 535 wrong password',
    'Sending tides, launch 3',
    'tides, launch 3: No room (1 that were sent could not be noted)',
  ])
})

test('what goes wrong is told, and tried again; what another process sends is left to it', async () => {
  const faults = [new Error('the ledger is locked'), new TurnTaken('process 7'), undefined]
  let sent = 0
  const lines = await duties(12, {
    due: async () => (faults.length > 0 ? [launch(1)] : []),
    async send() {
      const fault = faults.shift()
      if (fault) throw fault
      sent += 1
      return { kind: 'done' }
    },
  })
  expect(sent).toBe(1)
  expect(lines).toEqual([
    'Sending tides, launch 1',
    'tides, launch 1, is not sent: the ledger is locked',
    'Sending tides, launch 1',
    'tides, launch 1: done',
  ])
})

test('one launch that cannot be sent, or is sent elsewhere, holds up no other', async () => {
  const sent: number[] = []
  await duties(2, {
    due: async () => [launch(1), launch(2), launch(3)],
    async send(id) {
      if (id === 1) throw new TurnTaken('process 7')
      if (id === 2) throw new Error('The build has no report.json')
      sent.push(id)
      return { kind: 'done' }
    },
  })
  expect(sent).toEqual([3, 3])
})

test('what cannot be sent is tried more and more seldom: a server locks out who knocks every second', async () => {
  let tries = 0
  const lines = await duties(200, {
    due: async () => [launch(1)],
    async send() {
      tries += 1
      throw new Error('535 wrong password')
    },
  })
  expect(tries).toBeGreaterThan(3)
  expect(tries).toBeLessThan(10)
  expect(lines).toHaveLength(2 * tries)
})

test('no line has an address', async () => {
  const ends: (() => SenderEnd)[] = [
    () => ({ kind: 'halted', reason: '10 readers in a row: 550 <anna@example.org> is blocked' }),
    () => {
      throw new Error('550 no anna@example.org')
    },
  ]
  const lines = await duties(3, {
    due: async () => [launch(ends.length)],
    send: async () => ends.shift()?.() ?? { kind: 'done' },
  })
  expect(lines.join()).toContain('is blocked')
  expect(lines.join()).not.toContain('anna')
})

test('what is put off is not waited for while others are due', async () => {
  const patience: (number | undefined)[] = []
  await duties(1, {
    due: async () => [launch(1)],
    async send(_, following) {
      patience.push(following.patience)
      return { kind: 'put-off' }
    },
  })
  expect(patience).toEqual([30_000])
})

test('bounces are read, and who never confirmed is erased', async () => {
  const lines = await duties(2, { readBounces: async () => '2 mailboxes gone', forget: async () => 3 })
  expect(lines).toContain('Bounces: 2 mailboxes gone')
  expect(lines).toContain('3 who never confirmed are erased')
  const failing = await duties(2, {
    readBounces: async () => {
      throw new Error('no such host')
    },
  })
  expect(failing).toContain('The mailbox of bounces cannot be read: no such host')
})
