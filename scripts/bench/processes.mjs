// @ts-check
import { existsSync } from 'node:fs'
import { loadavg } from 'node:os'
import { median, spread } from './figures.mjs'
import { run } from './process.mjs'

/**
 * A way to make something by a process, or by some one after another.
 *
 * @typedef {{program: string, args: readonly string[], cwd: string, env?: NodeJS.ProcessEnv}} Command
 * @typedef {object} Way
 * @property {string} name
 * @property {string | undefined} [version] of a peer
 * @property {string | undefined} [missing] why it cannot be run here
 * @property {() => Command | readonly Command[]} start what is run; asked each time before the clock starts, so that it can clear away what an earlier time left
 * @property {string | (() => string)} [made] the file that is there where all went well
 *
 * How it went: medians, `spread` the least and the most milliseconds, `times` all of them in their order, `processor` how
 * long processors worked for it in milliseconds; `peak` the most bytes that it and all it starts held at once, `ownPeak`
 * those of its first process alone. With `missing`, which says why, there are none of them.
 *
 * @typedef {{name: string, version?: string | undefined, missing?: string, runs?: number, milliseconds?: number, spread?: [number, number], times?: number[], processor?: number | undefined, peak?: number | undefined, ownPeak?: number | undefined}} Figure
 */

/**
 * Times whole processes, from start to end. The ways take turns, so that what else the machine does meets them alike. A
 * first round warms the disk: it is not timed, and its memory is watched.
 *
 * @param {readonly Way[]} ways
 * @param {object} options
 * @param {number} options.runs how often each is timed
 * @param {boolean} [options.warmUp] false: no first round, and no memory; by default there is one
 * @param {number} [options.patience] a way that has taken so many milliseconds in all is timed no more, and one that takes longer in the first round is timed in that; by default there is no end to it
 * @param {(index: number) => void} [options.afterFirst] called after the first round's run of each, when what it made is there
 * @returns {Promise<{figures: Figure[], load: number}>} `load`: how many processes wanted to run at once, the median
 */
export async function processesInTurns(
  ways,
  { runs, warmUp = true, patience = Number.POSITIVE_INFINITY, afterFirst },
) {
  const seen = ways.map(() => ({
    times: /** @type {number[]} */ ([]),
    worked: /** @type {number[]} */ ([]),
    memory: /** @type {Pick<Figure, 'peak' | 'ownPeak'>} */ ({}),
    fault: '',
  }))
  const loads = [loadavg()[0] ?? 0]
  for (let round = warmUp ? -1 : 0; round < runs; round++)
    for (const [index, way] of ways.entries()) {
      const had = seen[index]
      if (!had || way.missing || had.fault || sum(had.times) > patience) continue
      const done = await runAll(way, round < 0)
      loads.push(loadavg()[0] ?? 0)
      if (done.fault !== undefined) had.fault = done.fault
      else if (round < 0) {
        had.memory = { peak: done.peak, ownPeak: done.ownPeak }
        afterFirst?.(index)
      }
      if (done.fault === undefined && (round >= 0 || done.milliseconds > patience)) {
        had.times.push(done.milliseconds)
        if (done.processor !== undefined) had.worked.push(done.processor)
      }
    }
  const figures = ways.map(({ name, version, missing }, index) => {
    const { times = [], worked = [], memory, fault } = seen[index] ?? {}
    const why = missing ?? (fault ? `failed: ${fault}` : undefined)
    if (why !== undefined) return { name, version, missing: why }
    const timed =
      times.length === 0
        ? {}
        : { milliseconds: median(times), spread: spread(times), runs: times.length, times }
    return { name, version, ...timed, processor: worked.length > 0 ? median(worked) : undefined, ...memory }
  })
  return { figures, load: median(loads) }
}

/**
 * A way's processes, one after another, to the first that fails.
 *
 * @param {Way} way
 * @param {boolean} memory
 */
async function runAll({ start, made }, memory) {
  const [commands, whole] = [
    [start()].flat(),
    {
      milliseconds: 0,
      processor: /** @type {number | undefined} */ (0),
      peak: /** @type {number | undefined} */ (undefined),
      ownPeak: /** @type {number | undefined} */ (undefined),
    },
  ]
  for (const { program, args, cwd, env } of commands) {
    const done = await run(program, args, { cwd, memory, ...(env ? { env } : {}) })
    if (done.code !== 0) return { ...whole, fault: complaint(done.stderr) }
    whole.milliseconds += done.milliseconds
    whole.processor =
      whole.processor === undefined || done.processor === undefined
        ? undefined
        : whole.processor + done.processor
    whole.peak = most(whole.peak, done.peak)
    whole.ownPeak = most(whole.ownPeak, done.ownPeak)
  }
  const path = typeof made === 'function' ? made() : made
  return { ...whole, fault: path === undefined || existsSync(path) ? undefined : 'it made nothing' }
}

/** @param {number | undefined} a @param {number | undefined} b */
const most = (a, b) => (a === undefined || b === undefined ? (a ?? b) : Math.max(a, b))

/** @param {readonly number[]} values */
const sum = values => values.reduce((all, value) => all + value, 0)

/**
 * What a program complains of: its first line with an error, else its last, without the folders of this machine.
 *
 * @param {string} text
 */
export function complaint(text) {
  const lines = text.trim().split('\n')
  const line = lines.find(line => /error/i.test(line)) ?? lines.at(-1) ?? ''
  return (
    line.replaceAll(/(?<![:/\w.])(?:file:\/\/)?(?:\/[\w.@-]+)+\/(?=[\w.@-])/g, '').trim() || 'it says nothing'
  )
}
