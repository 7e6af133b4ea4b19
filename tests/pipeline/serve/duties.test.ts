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
  const lines = await duties(4, {
    due: async () => (faults.length > 0 ? [launch(1)] : []),
    async send() {
      const fault = faults.shift()
      if (fault) throw fault
      sent += 1
      return { kind: 'done' }
    },
  })
  expect(sent).toBe(1)
  expect(lines.filter(line => line.includes('failed'))).toEqual(['Sending failed: the ledger is locked'])
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
