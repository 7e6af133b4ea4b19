import { expect, test } from 'vitest'
import { sendAtRandom } from '../../../support/random-sending.js'

test('whatever a server does, no message is said to be sent that is not, nor to be tried again that is kept', async () => {
  const runs = await Promise.all(Array.from({ length: 20 }, (_, seed) => sendAtRandom(seed, 15)))
  expect(runs.flatMap(({ lies }) => lies)).toEqual([])
  const kinds = runs.flatMap(run => Object.keys(run.kinds))
  expect(kinds).toEqual(expect.arrayContaining(['sent', 'deferred', 'unknown']))
})
