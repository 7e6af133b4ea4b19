import { expect, test } from 'vitest'
import { backlog } from '../../../pipeline/serve/backlog.js'

test('does one piece after another, whatever becomes of each', async () => {
  const done: string[] = []
  const failures: unknown[] = []
  const { add, idle } = backlog(error => failures.push(error))
  const piece = (name: string, turns: number) => async () => {
    for (let turn = 0; turn < turns; turn += 1) await Promise.resolve()
    if (name === 'b') throw new Error(name)
    done.push(name)
  }
  expect([add(piece('a', 9)), add(piece('b', 1)), add(piece('c', 0))]).toEqual([true, true, true])
  expect(done).toEqual([])
  await idle()
  expect(done).toEqual(['a', 'c'])
  expect(failures).toEqual([new Error('b')])
})

test('takes no more than it can hold, and again when there is room', async () => {
  const { add, idle } = backlog(() => undefined, 2)
  const nothing = async () => undefined
  expect([add(nothing), add(nothing), add(nothing)]).toEqual([true, true, false])
  await idle()
  expect(add(nothing)).toBe(true)
  await idle()
})
