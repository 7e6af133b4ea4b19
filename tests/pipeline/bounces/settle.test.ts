import { describe, expect, test } from 'vitest'
import type { Bounce } from '../../../pipeline/bounces/bounce.js'
import { mostSoftBounces, settleBounce } from '../../../pipeline/bounces/settle.js'
import { intake, tallyInWords } from '../../../pipeline/bounces/take-in.js'
import { signToken } from '../../../pipeline/readers/token.js'
import { settlingStore } from '../../support/settling-store.js'

const about = (kind: Bounce['kind'], launch = 1, reader = 1): Bounce => ({
  kind,
  subject: { reader, launch },
  status: '5.1.1',
  diagnostic: '550 5.1.1 User unknown',
})

describe('a bounce', () => {
  test.each([
    ['hard', 'active', 'bounced', 'bounced'],
    ['hard', 'pending', 'bounced', 'bounced'],
    ['hard', 'unsubscribed', 'known', 'unsubscribed'],
    ['hard', 'bounced', 'known', 'bounced'],
    ['hard', 'complained', 'known', 'complained'],
    ['complaint', 'active', 'complained', 'complained'],
    ['complaint', 'pending', 'complained', 'complained'],
    ['complaint', 'unsubscribed', 'complained', 'complained'],
    ['complaint', 'bounced', 'complained', 'complained'],
    ['complaint', 'complained', 'known', 'complained'],
    ['soft', 'active', 'counted', 'active'],
    ['soft', 'unsubscribed', 'counted', 'unsubscribed'],
    ['other', 'active', 'nothing', 'active'],
  ] as const)('that is %s, about a reader who is %s: %s', async (kind, state, settled, then) => {
    const store = settlingStore([{ state }], { 1: [1] })
    expect(await settleBounce(about(kind), store)).toBe(settled)
    expect(store.list.get(1)).toMatchObject({ state: then, since: then === state ? 0 : 1_000 })
    const noted = kind === 'hard' || kind === 'soft'
    expect(store.sent.get('1/1')).toEqual(
      noted
        ? { state: 'failed', response: '5.1.1 550 5.1.1 User unknown' }
        : { state: 'sent', response: '250' },
    )
  })

  test('that is about nobody changes nothing', async () => {
    const store = settlingStore([{}], { 1: [1] })
    for (const kind of ['hard', 'soft', 'complaint'] as const) {
      expect(await settleBounce({ kind, recipient: '1@example.net' }, store)).toBe('unsigned')
      expect(await settleBounce(about(kind, 1, 2), store)).toBe('unsigned')
    }
    expect(store.writes).toEqual([])
  })

  test('of a launch that the ledger has lost is believed', async () => {
    const store = settlingStore([{ since: 3 }], {})
    expect(await settleBounce(about('hard', 7), store)).toBe('bounced')
  })

  test('of a message of no launch is no delivery’s', async () => {
    const store = settlingStore([{ state: 'pending' }], {})
    expect(await settleBounce(about('soft', 0), store)).toBe('known')
    expect(await settleBounce(about('hard', 0), store)).toBe('bounced')
    expect(store.writes).toEqual(['reader 1'])
  })
})

describe('soft bounces', () => {
  const everyLaunch = Object.fromEntries(Array.from({ length: 12 }, (_, at) => [at + 1, [1, 2]]))

  test('end a reader after so many launches one after another', async () => {
    const store = settlingStore([{}, {}], everyLaunch)
    for (let launch = 1; launch < mostSoftBounces; launch += 1)
      expect(await settleBounce(about('soft', launch), store)).toBe('counted')
    expect(store.list.get(1)).toMatchObject({ state: 'active', softBounces: mostSoftBounces - 1 })
    expect(await settleBounce(about('soft', mostSoftBounces), store)).toBe('bounced')
    expect(store.list.get(1)).toMatchObject({ state: 'bounced', softBounces: mostSoftBounces })
    expect(store.list.get(2)).toMatchObject({ state: 'active', softBounces: 0 })
  })

  test('are counted anew after a message that came through', async () => {
    const store = settlingStore([{}, {}], everyLaunch)
    for (const launch of [1, 2, 3, 4, 6, 7]) await settleBounce(about('soft', launch), store)
    expect(store.list.get(1)).toMatchObject({ state: 'active', softBounces: 2 })
  })

  test('are counted on over launches that a reader was not in', async () => {
    const store = settlingStore([{}, {}], { 1: [1, 2], 2: [2], 3: [1, 2] })
    for (const launch of [1, 3]) await settleBounce(about('soft', launch), store)
    expect(store.list.get(1)).toMatchObject({ softBounces: 2 })
  })

  test('are counted once for each delivery', async () => {
    const store = settlingStore([{}, {}], everyLaunch)
    for (const settled of ['counted', 'known', 'known'])
      expect(await settleBounce(about('soft', 1), store)).toBe(settled)
    expect(store.list.get(1)).toMatchObject({ softBounces: 1 })
  })

  test('are counted from the ledger, whatever the list had', async () => {
    const store = settlingStore([{}, {}], everyLaunch)
    for (const launch of [1, 2, 3]) {
      await settleBounce(about('soft', launch), store)
      await store.readers.change(1, { softBounces: 0 })
    }
    await settleBounce(about('soft', 4), store)
    expect(store.list.get(1)).toMatchObject({ softBounces: 4 })
  })

  test('that refuse the sender are noted, and neither counted nor the end of a row', async () => {
    const store = settlingStore([{}, {}], everyLaunch)
    const refusal = (launch: number): Bounce => ({
      ...about('soft', launch),
      status: '5.7.1',
      diagnostic: '550 5.7.1 blocked',
    })
    for (const launch of [1, 2, 3, 4, 5, 6])
      expect(await settleBounce(refusal(launch), store)).toBe('refused')
    expect(store.list.get(1)).toMatchObject({ state: 'active', softBounces: 0 })
    expect(store.sent.get('6/1')).toEqual({ state: 'failed', response: '5.7.1 550 5.7.1 blocked' })
    for (const launch of [7, 8]) await settleBounce(about('soft', launch), store)
    await settleBounce(refusal(9), store)
    await settleBounce(about('soft', 10), store)
    expect(store.list.get(1)).toMatchObject({ state: 'active', softBounces: 3 })
  })
})

describe('a reader who has subscribed anew', () => {
  test.each(['hard', 'soft'] as const)('is not sent away by a notice of before: %s', async kind => {
    // The launches of the fake are made at the time of their number.
    const store = settlingStore([{ since: 3 }], { 1: [1], 2: [1], 3: [1] })
    expect(await settleBounce(about(kind, 2), store)).toBe('known')
    expect(store.list.get(1)).toMatchObject({ state: 'active', softBounces: 0 })
    expect(store.sent.get('2/1')?.state).toBe('failed')
    expect(await settleBounce(about(kind, 3), store)).toBe(kind === 'hard' ? 'bounced' : 'counted')
  })

  test('complains all the same', async () => {
    const store = settlingStore([{ since: 3 }], { 1: [1] })
    expect(await settleBounce(about('complaint', 1), store)).toBe('complained')
  })
})

describe('killed between two writes, and read again', () => {
  test.each(
    (['hard', 'soft', 'complaint'] as const).flatMap(kind =>
      [0, 1, 2].map(writes => [kind, writes] as const),
    ),
  )('a %s one is settled after %s writes, and once', async (kind, writes) => {
    const sent = { 1: [1], 2: [1] }
    const [whole, killed] = [settlingStore([{}], sent), settlingStore([{}], sent)]
    await settleBounce(about(kind, 2), whole)
    killed.killAfter(writes)
    await settleBounce(about(kind, 2), killed).catch(() => undefined)
    killed.killAfter(Infinity)
    await settleBounce(about(kind, 2), killed)
    expect([...killed.list]).toEqual([...whole.list])
    expect([...killed.sent]).toEqual([...whole.sent])
  })
})

test('messages are taken in and counted', async () => {
  const secret = Buffer.alloc(32, 7)
  const store = settlingStore([{}, {}], { 1: [1, 2] })
  const { take, tally } = intake(secret, store)
  const notice = (token: string) =>
    Buffer.from(
      `From: MAILER-DAEMON@example.net\r\nTo: bounces+${token}@example.org\r\n\r\n<r@example.net>: 550 5.1.1 gone\r\n`,
    )
  const token = signToken(secret, 'bounce', { reader: 2, launch: 1 })
  for (const raw of [notice(token), notice(token), notice('1.2.1.0'), Buffer.from('')]) await take(raw)
  expect(tally()).toEqual({
    bounced: 1,
    known: 1,
    unsigned: 1,
    nothing: 1,
    complained: 0,
    counted: 0,
    refused: 0,
  })
  expect(store.list.get(1)?.state).toBe('active')
  expect(store.list.get(2)?.state).toBe('bounced')
  expect(tallyInWords(tally())).toBe(
    '1 mailbox gone, 1 known already, 1 about nobody who can be told, 1 no bounce',
  )
  expect(tallyInWords(intake(secret, store).tally())).toBe('no new messages')
})
