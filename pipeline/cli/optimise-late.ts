import { setFlagsFromString } from 'node:v8'

/**
 * How much bytecode of a function runs, in bytes, before V8 thinks of compiling it once more, optimised; by default some
 * 66,000. A build of one article is over before most of what was optimised on the way has paid for it: that took a
 * fourth of all processor time, beside a Chromium that wants the same cores. One of 60 articles costs the same either way.
 */
const budget = 1_000_000

/** The last major version of V8, Node 20's, that it was measured with; a later one prints that it knows no such flag. */
const lastMeasured = 11

/** The flags that a V8 is given, where it has them. @param version as `process.versions.v8` */
export const lateFlags = (version: string): readonly string[] =>
  Number.parseInt(version, 10) <= lastMeasured ? [`--interrupt-budget=${budget}`] : []

/** Has V8 optimise what is hot for longer, and nothing else; before the work begins. */
export function optimiseLate(): void {
  for (const flag of lateFlags(process.versions.v8)) setFlagsFromString(flag)
}
