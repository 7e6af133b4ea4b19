import { expect, test } from 'vitest'
import { sendAtRandom } from '../support/random-sending.js'

test('of 10,000 messages to servers that do anything every verdict is true', {
  timeout: 600_000,
}, async () => {
  const kinds: Record<string, number> = {}
  for (let first = 1000; first < 1500; first += 50) {
    const runs = await Promise.all(Array.from({ length: 50 }, (_, index) => sendAtRandom(first + index, 20)))
    expect(runs.flatMap(({ lies }) => lies)).toEqual([])
    for (const run of runs)
      for (const [kind, count] of Object.entries(run.kinds)) kinds[kind] = (kinds[kind] ?? 0) + count
  }
  expect(kinds.sent).toBeGreaterThan(3000)
  expect(kinds.unknown).toBeGreaterThan(100)
})
