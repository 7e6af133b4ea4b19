// @ts-check
import { cpuUsage } from 'node:process'
import { median, spread } from './figures.mjs'

/**
 * How long something takes in a warm process, in milliseconds: `spread` the least and the most, `processor` the median
 * of the time that a processor worked for it.
 *
 * @typedef {{milliseconds: number, spread: [number, number], processor: number}} Time
 */

/** Milliseconds that are long enough to be told apart from the clock's own noise. */
const sample = 15

/**
 * Times something that this process does alone. What takes less than some milliseconds is done many times over.
 *
 * @param {() => unknown} work
 * @param {number} runs
 * @returns {Promise<Time>}
 */
export async function timed(work, runs) {
  const began = performance.now()
  let calls = 0
  // Until the compiler has done with it, or it is long enough to be done once.
  for (; calls < 3 || (calls < 400 && performance.now() - began < 20 * sample); calls++) await settled(work())
  const many = Math.max(1, Math.ceil((sample * calls) / (performance.now() - began)))
  const times = []
  const worked = []
  for (let run = 0; run < runs; run++) {
    const [start, before] = [performance.now(), cpuUsage()]
    for (let call = 0; call < many; call++) await settled(work())
    const { user, system } = cpuUsage(before)
    times.push((performance.now() - start) / many)
    worked.push((user + system) / 1000 / many)
  }
  return { milliseconds: median(times), spread: spread(times), processor: median(worked) }
}

/** Waits where there is something to wait for: a turn of the queue would be longer than many a rule. @param {unknown} made */
const settled = made => (made instanceof Promise ? made : undefined)

/**
 * Times some ways in turns, so that what else the machine does meets them alike, after rounds that only warm the process.
 *
 * @param {readonly (() => Promise<unknown>)[]} ways
 * @param {{runs: number, warmUps: number, processorTime: () => number}} options how long processors worked up to now
 * @returns {Promise<Time[]>}
 */
export async function inTurns(ways, { runs, warmUps, processorTime }) {
  const seen = ways.map(() => ({ times: /** @type {number[]} */ ([]), worked: /** @type {number[]} */ ([]) }))
  for (let round = -warmUps; round < runs; round++)
    for (const [index, way] of ways.entries()) {
      const [before, start] = [processorTime(), performance.now()]
      await way()
      const took = performance.now() - start
      const worked = processorTime() - before
      if (round < 0) continue
      seen[index]?.times.push(took)
      seen[index]?.worked.push(worked)
    }
  return seen.map(({ times, worked }) => ({
    milliseconds: median(times),
    spread: spread(times),
    processor: median(worked),
  }))
}
