import { expect, test } from 'vitest'
import { buckets } from '../../../pipeline/serve/buckets.js'

test('gives as many at once as it has, and then one after each while', () => {
  const { take } = buckets({ atOnce: 3, every: 100 })
  expect([take('a', 0), take('a', 0), take('a', 0), take('a', 0)]).toEqual([0, 0, 0, 100])
  expect([take('a', 60), take('a', 100), take('a', 100)]).toEqual([40, 0, 100])
  expect(take('b', 100)).toBe(0)
})

test('says how long it would be, and takes none', () => {
  const { take, wait } = buckets({ atOnce: 1, every: 100 })
  expect([wait('a', 0), wait('a', 0), take('a', 0), wait('a', 0), wait('a', 60)]).toEqual([0, 0, 0, 100, 40])
  expect([wait('a', 100), take('a', 100)]).toEqual([0, 0])
})

test('is full again after a pause, and not fuller', () => {
  const { take } = buckets({ atOnce: 2, every: 100 })
  take('a', 0)
  take('a', 0)
  expect([take('a', 10_000), take('a', 10_000), take('a', 10_000)]).toEqual([0, 0, 100])
})

test('a clock that goes back opens nothing and closes nothing for long', () => {
  const { take } = buckets({ atOnce: 1, every: 100 })
  expect(take('a', 1000)).toBe(0)
  expect(take('a', 0)).toBeGreaterThan(0)
  expect(take('a', 1100)).toBe(0)
})

test('remembers no more keys than it is told, those heard of last', () => {
  const { take } = buckets({ atOnce: 1, every: 100 }, 2)
  expect(['a', 'b', 'c'].map(key => take(key, 0))).toEqual([0, 0, 0])
  expect(take('c', 0)).toBe(100)
  expect(take('b', 0)).toBe(100)
  expect(take('a', 0)).toBe(0)
})
