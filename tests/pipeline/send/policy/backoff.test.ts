import { expect, test } from 'vitest'
import { nextTry } from '../../../../pipeline/send/policy/backoff.js'

const [minute, hour] = [60_000, 3_600_000]

test.each([
  [1, minute],
  [2, 4 * minute],
  [3, 16 * minute],
  [4, 64 * minute],
  [5, 256 * minute],
  [6, 6 * hour],
  [40, 6 * hour],
  [4000, 6 * hour],
])('after try %i it waits', (attempts, wait) => {
  expect(nextTry({ attempts, firstTriedAt: 0 }, hour, 0)).toBe(hour + wait)
})

test('waits are spread, but none is longer than six hours', () => {
  expect(nextTry({ attempts: 1, firstTriedAt: 0 }, 0, 0.999)).toBeGreaterThan(1.24 * minute)
  expect(nextTry({ attempts: 9, firstTriedAt: 0 }, 0, 0.999)).toBe(6 * hour)
})

test('the last try is two days after the first, and then it is given up', () => {
  const claim = { attempts: 12, firstTriedAt: 1000 }
  expect(nextTry(claim, 47 * hour, 0.5)).toBe(48 * hour + 1000)
  expect(nextTry(claim, 48 * hour + 999, 0.5)).toBe(48 * hour + 1000)
  expect(nextTry(claim, 48 * hour + 1000, 0.5)).toBeUndefined()
})

test('a reader whom nobody takes is tried thirteen times', () => {
  let now = 0
  let attempts = 0
  for (
    let at: number | undefined = 0;
    at !== undefined;
    at = nextTry({ attempts, firstTriedAt: 0 }, now, 0.5)
  ) {
    now = at
    attempts++
  }
  expect(attempts).toBe(13)
  expect(now).toBe(48 * hour)
})
