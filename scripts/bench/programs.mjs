// @ts-check
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { env } from 'node:process'
import { installedApart } from './installed-apart.mjs'

/**
 * A program that ours is compared with: `path` is what runs it, `missing` says how to get it where it is not there.
 *
 * @typedef {{path: string, version?: string | undefined, missing?: string | undefined}} Program
 */

/** What `PANDOC` or `WEASYPRINT` names, else what the path finds. @param {'pandoc' | 'weasyprint'} name @returns {Program} */
export function programOf(name) {
  const path = env[name.toUpperCase()] ?? name
  const version = versionOf(path)
  return version === undefined
    ? { path, missing: `not installed: apt-get install ${name}` }
    : { path, version }
}

const packages = { percollate: '4.3.0', 'pagedjs-cli': '0.4.3' }
const starts = { percollate: 'cli.js', 'pagedjs-cli': join('src', 'cli.js') }

/** A package's program, installed into a folder of its own where it is not yet. @param {keyof typeof packages} name @returns {Program} */
export function packageOf(name) {
  const version = packages[name]
  const folder = installedApart(`trifold-bench-${name}`, { [name]: version })
  return folder === undefined
    ? { path: '', version, missing: `not installed: npm install ${name}@${version}` }
    : { path: join(folder, 'node_modules', name, starts[name]), version }
}

/** @param {string} program @returns {string | undefined} */
function versionOf(program) {
  const { status, stdout } = spawnSync(program, ['--version'], { encoding: 'utf8' })
  return status === 0 ? /\d+(?:\.\d+)+/.exec(stdout)?.[0] : undefined
}
