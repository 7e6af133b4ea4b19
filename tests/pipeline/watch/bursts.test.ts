import { expect, test } from 'vitest'
import { gatherBursts } from '../../../pipeline/watch/bursts.js'

/** Bursts whose waits end when the test says so. */
function bursts() {
  const stop = new AbortController()
  const ends: (() => void)[] = []
  const wait = () => new Promise<void>(resolve => ends.push(resolve))
  return {
    ...gatherBursts({ wait }, stop.signal),
    stop,
    /** Lets one wait end. */
    async quiet() {
      // Whoever is to begin to wait has begun.
      await new Promise(resolve => setImmediate(resolve))
      expect(ends).not.toEqual([])
      for (const end of ends.splice(0)) end()
      await new Promise(resolve => setImmediate(resolve))
    },
  }
}

test('gathers what comes until nothing has come for a while', async () => {
  const { add, take, quiet } = bursts()
  let taken: ReadonlySet<string> | undefined
  void take().then(given => {
    taken = given
  })
  add('a')
  add('a')
  await Promise.resolve()
  await new Promise(resolve => setImmediate(resolve))
  add('b')
  await quiet()
  expect(taken).toBeUndefined()
  await quiet()
  expect(taken).toEqual(new Set(['a', 'b']))
})

test('leaves to the next what comes later', async () => {
  const { add, take, quiet } = bursts()
  add('a')
  const first = take()
  await quiet()
  expect(await first).toEqual(new Set(['a']))
  const second = take()
  add('b')
  await quiet()
  expect(await second).toEqual(new Set(['b']))
})

test('comes to an end where changes never do', async () => {
  const { add, take, quiet } = bursts()
  let isTaken = false
  add('a')
  void take().then(() => {
    isTaken = true
  })
  for (let times = 0; !isTaken; times++) {
    expect(times).toBeLessThan(100)
    await new Promise(resolve => setImmediate(resolve))
    add('a')
    await quiet()
  }
})

test('says that there are some, and leaves them', async () => {
  const { add, some, take, quiet } = bursts()
  const told = some()
  add('a')
  await quiet()
  await told
  const taken = take()
  await quiet()
  expect(await taken).toEqual(new Set(['a']))
})

test('ends with the signal', async () => {
  const { take, stop } = bursts()
  const taken = take()
  stop.abort(new Error('stopped'))
  await expect(taken).rejects.toThrow('stopped')
})
