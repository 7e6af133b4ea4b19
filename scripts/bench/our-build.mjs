// @ts-check
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { env, execPath } from 'node:process'
import { root } from '../setup/root.mjs'

/** What `trifold` runs. */
export const command = join(root, 'build', 'bundle', 'trifold.js')

/**
 * `trifold build` as a way to be timed: with an output folder and a cache that are not there yet, as the first build on a
 * machine has them.
 *
 * @param {string} name
 * @param {object} options
 * @param {readonly string[]} [options.args] paths and flags; by default all of the publication
 * @param {string} options.cwd
 * @param {string} options.out the output folder; beside it the cache is made
 * @param {string} options.browser its path, or empty for that which is found
 * @param {boolean} [options.again] what an earlier build left is there; by default it is cleared away
 * @returns {import('./processes.mjs').Way}
 */
export function ourBuild(name, { args = [], cwd, out, browser, again = false }) {
  const named = browser === '' ? [] : ['--browser', browser]
  const cache = `${out}-cache`
  return {
    name,
    made: out,
    start() {
      if (!again) for (const folder of [out, cache]) rmSync(folder, { recursive: true, force: true })
      return {
        program: execPath,
        args: [command, 'build', ...args, '-o', out, '--quiet', ...named],
        cwd,
        env: withCache(cache),
      }
    },
  }
}

/** The environment of a process with a cache of its own. @param {string} folder @returns {NodeJS.ProcessEnv} */
export const withCache = folder => ({ ...env, TRIFOLD_CACHE_DIR: folder })
