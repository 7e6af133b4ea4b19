// @ts-check
import { median, spread } from '../figures.mjs'

/**
 * How two ways compare: `ratio` is that of their medians, `spread` the least and the most that the rounds gave, each time
 * of the one by that of the other in the same round; `processor` the ratio of the time that processors worked for them.
 *
 * @typedef {{ratio: number, spread: [number, number], processor?: number | undefined}} Ratio
 */

/**
 * @param {import('../processes.mjs').Figure} ours
 * @param {import('../processes.mjs').Figure} theirs
 * @returns {Ratio | undefined} undefined where one of them has no times
 */
export function timeRatio(ours, theirs) {
  const rounds = Math.min(ours.times?.length ?? 0, theirs.times?.length ?? 0)
  if (!ours.times || !theirs.times || rounds === 0) return undefined
  const each = ours.times.slice(0, rounds).map((time, round) => time / (theirs.times?.[round] ?? Number.NaN))
  return {
    ratio: median(ours.times) / median(theirs.times),
    spread: spread(each),
    processor: ours.processor && theirs.processor ? ours.processor / theirs.processor : undefined,
  }
}
