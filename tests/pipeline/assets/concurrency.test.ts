import { expect, test } from 'vitest'
import { mapFew } from '../../../pipeline/assets/concurrency.js'

const soon = () => new Promise<void>(resolve => setImmediate(resolve))

test('does no more than a few at once, and keeps the order', async () => {
  let running = 0
  let peak = 0
  const results = await mapFew([5, 1, 4, 2, 3], 2, async item => {
    running += 1
    peak = Math.max(peak, running)
    for (let turn = 0; turn < item; turn++) await soon()
    running -= 1
    return item * 10
  })
  expect(results).toEqual([50, 10, 40, 20, 30])
  expect(peak).toBe(2)
})

test('begins nothing more once a task has failed', async () => {
  const begun: number[] = []
  const done = mapFew([1, 2, 3, 4, 5, 6], 2, async item => {
    begun.push(item)
    await soon()
    if (item === 2) throw new Error('two')
  })
  await expect(done).rejects.toThrow('two')
  for (let turn = 0; turn < 10; turn++) await soon()
  expect(begun.length).toBeLessThanOrEqual(3)
})

test('has nothing to do for no items', async () => {
  expect(await mapFew([], 2, async () => 1)).toEqual([])
})
