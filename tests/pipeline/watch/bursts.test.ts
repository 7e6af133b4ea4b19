import { expect, test } from 'vitest'
import { gatherBursts } from '../../../pipeline/watch/bursts.js'

/** Bursts by a clock that goes on when somebody waits; what is to happen meanwhile is told by the time. */
function bursts(meanwhile: Readonly<Record<number, () => void>> = {}) {
  const stop = new AbortController()
  let time = 0
  const clock = {
    now: () => time,
    async wait(milliseconds: number) {
      for (const end = time + milliseconds; time < end; ) meanwhile[++time]?.()
    },
  }
  return { ...gatherBursts(clock, stop.signal), stop, clock }
}

test('gathers what comes until nothing has come for a while', async () => {
  const { add, take, clock } = bursts({
    3: () => add('a'),
    9: () => add('b'),
    18: () => add('c'),
    60: () => add('d'),
  })
  add('a')
  expect(await take()).toEqual(new Set(['a', 'b', 'c']))
  expect(clock.now()).toBe(28)
})

test('leaves to the next what comes later', async () => {
  const { add, take } = bursts()
  add('a')
  expect(await take()).toEqual(new Set(['a']))
  const second = take()
  add('b')
  expect(await second).toEqual(new Set(['b']))
})

test('comes to an end where changes never do', async () => {
  const { add, take, clock } = bursts(
    Object.fromEntries(Array.from({ length: 5_000 }, (_, time) => [time, () => add('a')])),
  )
  add('a')
  expect(await take()).toEqual(new Set(['a']))
  expect(clock.now()).toBeLessThan(1_000)
})

test('says that there are some, and leaves them', async () => {
  const { add, some, take } = bursts()
  const told = some()
  add('a')
  await told
  expect(await take()).toEqual(new Set(['a']))
})

test('ends with the signal', async () => {
  const { take, stop } = bursts()
  const taken = take()
  stop.abort(new Error('stopped'))
  await expect(taken).rejects.toThrow('stopped')
})
