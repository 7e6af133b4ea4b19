// @ts-check
import { spawnSync } from 'node:child_process'
import { cpus } from 'node:os'
import { basename } from 'node:path'
import { arch, platform, version } from 'node:process'

/**
 * What figures were measured on and when; `browser` is empty where there is none.
 *
 * @typedef {{processor: string, cores: number, system: string, node: string, date: string, browser: string}} Machine
 */

/** @param {string | undefined} browser its path @returns {Machine} */
export const machine = browser => ({
  processor: cpus()[0]?.model.trim() ?? 'an unknown processor',
  cores: cpus().length,
  system: `${platform} ${arch}`,
  node: version,
  date: new Date().toISOString().slice(0, 10),
  browser: browser === undefined ? '' : browserVersion(browser),
})

/** @param {string} path */
function browserVersion(path) {
  return spawnSync(path, ['--version'], { encoding: 'utf8' }).stdout?.trim() || basename(path)
}
