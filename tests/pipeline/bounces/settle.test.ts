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
})

describe('killed between two writes, and read again', () => {
  const settledTwice = async (kind: Bounce['kind'], writes: number) => {
    const store = settlingStore([{}], { 1: [1] })
    store.killAfter(writes)
    await settleBounce(about(kind), store).catch(() => undefined)
    store.killAfter(Infinity)
    await settleBounce(about(kind), store)
    return { reader: store.list.get(1), delivery: store.sent.get('1/1')?.state }
  }

  test.each([0, 1, 2])('a hard bounce is settled after %s writes', async writes => {
    expect(await settledTwice('hard', writes)).toMatchObject({
      reader: { state: 'bounced' },
      delivery: 'failed',
    })
  })

  test.each([0, 1])('a complaint is settled after %s writes', async writes => {
    expect(await settledTwice('complaint', writes)).toMatchObject({ reader: { state: 'complained' } })
  })

  test.each([
    [0, 1],
    [1, 0],
    [2, 1],
  ])('a soft one after %s writes is counted %s times, never twice', async (writes, softBounces) => {
    expect(await settledTwice('soft', writes)).toMatchObject({
      reader: { state: 'active', softBounces },
      delivery: 'failed',
    })
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
  expect(tally()).toEqual({ bounced: 1, known: 1, unsigned: 1, nothing: 1, complained: 0, counted: 0 })
  expect(store.list.get(1)?.state).toBe('active')
  expect(store.list.get(2)?.state).toBe('bounced')
  expect(tallyInWords(tally())).toBe(
    '1 mailbox gone, 1 known already, 1 about nobody who can be told, 1 no bounce',
  )
  expect(tallyInWords(intake(secret, store).tally())).toBe('no new messages')
})
