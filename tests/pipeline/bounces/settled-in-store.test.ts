import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Bounce } from '../../../pipeline/bounces/bounce.js'
import { settleBounce } from '../../../pipeline/bounces/settle.js'
import { type TestStore, testStore } from '../../support/sending-store.js'

let store: TestStore

beforeEach(async () => {
  store = await testStore(['a', 'b', 'c'])
})
afterEach(() => store.remove())

/** Sends a launch to all that are active; the server takes each. */
async function send(name: string): Promise<number> {
  store.now += 86_400_000
  const build = { digest: name, slug: name, title: name, files: new Map() }
  const { id } = await store.ledger.launch({ mailing: name, build, startsAt: 0 })
  const turn = await store.ledger.begin(id, 1)
  const { claims } = await store.ledger.exchange(turn, [], 10)
  await store.ledger.end(
    turn,
    claims.map(({ reader }) => ({ reader, state: 'sent' as const, response: '250 ok' })),
  )
  return id
}

const about = (kind: Bounce['kind'], reader: number, launch: number, status = '5.2.2'): Bounce => ({
  kind,
  subject: { reader, launch },
  status,
  diagnostic: `550 ${status} no`,
})

test('five launches one after another that came back end a reader, and one between begins anew', async () => {
  for (const [at, name] of ['m1', 'm2', 'm3', 'm4', 'm5'].entries()) {
    const launch = await send(name)
    expect(await settleBounce(about('soft', 1, launch), store)).toBe(at === 4 ? 'bounced' : 'counted')
    expect(await settleBounce(about('soft', 1, launch), store)).toBe('known')
    if (at !== 2) await settleBounce(about('soft', 2, launch), store)
    await settleBounce(about('soft', 3, launch, '5.7.1'), store)
  }
  expect(await store.readers.get(1)).toMatchObject({ state: 'bounced', softBounces: 5, since: store.now })
  expect(await store.readers.get(2)).toMatchObject({ state: 'active', softBounces: 2 })
  expect(await store.readers.get(3)).toMatchObject({ state: 'active', softBounces: 0 })
  const sixth = await send('m6')
  expect(await store.ledger.counts(sixth)).toMatchObject({ sent: 2 })
})

test('who is gone or has complained is sent nothing more', async () => {
  const launch = await send('m1')
  expect(await settleBounce(about('hard', 1, launch, '5.1.1'), store)).toBe('bounced')
  expect(await settleBounce(about('complaint', 2, launch), store)).toBe('complained')
  expect(await store.ledger.counts(launch)).toMatchObject({ failed: 1, sent: 2 })
  expect(await store.ledger.counts(await send('m2'))).toMatchObject({ sent: 1 })
})

test('who has subscribed anew is not sent away by a notice of before', async () => {
  const launch = await send('m1')
  store.now += 1_000
  await store.readers.change(1, { state: 'active', since: store.now })
  expect(await settleBounce(about('hard', 1, launch, '5.1.1'), store)).toBe('known')
  expect(await store.readers.get(1)).toMatchObject({ state: 'active' })
})

test('who was erased is nobody', async () => {
  const launch = await send('m1')
  await store.readers.erase(1)
  expect(await settleBounce(about('hard', 1, launch, '5.1.1'), store)).toBe('unsigned')
})
