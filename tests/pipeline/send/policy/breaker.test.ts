import { describe, expect, test } from 'vitest'
import { type Breaker, closedBreaker, heard } from '../../../../pipeline/send/policy/breaker.js'
import type { Verdict } from '../../../../pipeline/send/transport.js'

const sent: Verdict = { kind: 'sent', response: '250 ok' }
const slow: Verdict = { kind: 'deferred', scope: 'channel', reason: '421 later' }
const grey: Verdict = { kind: 'deferred', scope: 'reader', reason: '450 greylisted' }
const lost: Verdict = { kind: 'unknown', reason: 'Connection closed' }
const refused = (who: number, noMailbox = false): Verdict => ({
  kind: 'failed',
  noMailbox,
  reason: `554 5.7.1 <reader${who}@example.org>: Blocked`,
})

/** What comes of verdicts, each of a message that is begun when the wait before it is over. */
function heardAll(verdicts: readonly Verdict[], from: Breaker = closedBreaker): Breaker {
  let now = from.waitUntil
  return verdicts.reduce((breaker, verdict) => {
    const begun = Math.max(now, breaker.waitUntil)
    now = begun + 10
    return heard(breaker, verdict, { begun, now })
  }, from)
}

const times = (count: number, verdict: Verdict) => Array.from({ length: count }, () => verdict)

describe('faults of the channel', () => {
  test('are waited for, longer each time', () => {
    const waits = [1, 2, 3, 4, 5, 6, 7].map(count => {
      const { waitUntil, faultAt } = heardAll(times(count, slow))
      return (waitUntil - faultAt) / 1000
    })
    expect(waits).toEqual([5, 10, 20, 40, 80, 160, 320])
  })

  test('pause the launch after eight in a row, with the last reason', () => {
    expect(heardAll(times(7, slow)).paused).toBeUndefined()
    expect(heardAll(times(8, slow)).paused).toBe(
      '8 tries in a row met a server that takes nothing: 421 later',
    )
  })

  test.each([
    ['a message that was sent', sent],
    ['a reader who is put off', grey],
    ['a reader who is refused', refused(1)],
  ])('are forgotten after %s', (_, verdict) => {
    const { paused, faults } = heardAll([...times(7, slow), verdict, ...times(7, slow)])
    expect([paused, faults]).toEqual([undefined, 7])
  })

  test('count once where many connections fall together', () => {
    let breaker: Breaker = closedBreaker
    for (let connection = 0; connection < 50; connection++)
      breaker = heard(breaker, connection % 2 ? slow : lost, { begun: 1000, now: 2000 + connection })
    expect(breaker).toMatchObject({ faults: 1, waitUntil: 7000 })
  })

  test('count once where one of them hangs until long after the wait', () => {
    const first = heard(closedBreaker, slow, { begun: 1000, now: 2000 })
    expect(heard(first, lost, { begun: 1500, now: 600_000 })).toBe(first)
    expect(heard(first, lost, { begun: 7000, now: 600_000 }).faults).toBe(2)
  })
})

test('three that leave it in doubt pause the launch', () => {
  expect(heardAll([lost, slow, lost]).paused).toBeUndefined()
  expect(heardAll([lost, slow, lost, lost]).paused).toMatch(/lost 3 times .*: Connection closed/)
  expect(heardAll([lost, lost, sent, lost, lost]).paused).toBeUndefined()
})

describe('refusals', () => {
  const readers = Array.from({ length: 30 }, (_, index) => index)

  test('of one kind pause the launch after ten in a row, whoever they name', () => {
    expect(heardAll(readers.slice(0, 9).map(who => refused(who))).paused).toBeUndefined()
    expect(heardAll(readers.slice(0, 10).map(who => refused(who))).paused).toBe(
      '10 readers in a row were refused for the same reason: 554 5.7.1 <reader9@example.org>: Blocked',
    )
  })

  test('of many kinds do not', () => {
    const mixed = readers.map(
      (who): Verdict => ({ kind: 'failed', noMailbox: false, reason: `55${who % 2} 5.2.2 full` }),
    )
    expect(heardAll(mixed).paused).toBeUndefined()
  })

  test('do not where one was sent between, but one who is put off is not sent', () => {
    const nine = readers.slice(0, 9).map(who => refused(who))
    expect(heardAll([...nine, sent, ...nine]).paused).toBeUndefined()
    expect(heardAll([...nine, grey, refused(9)]).paused).toBeDefined()
  })

  test('for want of a mailbox may be more, for a list has old addresses', () => {
    expect(heardAll(readers.slice(0, 24).map(who => refused(who, true))).paused).toBeUndefined()
    expect(heardAll(readers.slice(0, 25).map(who => refused(who, true))).paused).toBeDefined()
  })
})

test('what halts pauses at once, and the first reason stays', () => {
  const halted = heardAll([{ kind: 'halted', reason: '535 5.7.8 wrong' }])
  expect(halted.paused).toBe('535 5.7.8 wrong')
  expect(heardAll([sent, ...times(8, slow)], halted).paused).toBe('535 5.7.8 wrong')
})
