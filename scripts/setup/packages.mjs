// @ts-check
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { arch, env, execPath, exit, platform } from 'node:process'
import { root } from './root.mjs'

/**
 * @typedef {{version?: string, integrity?: string, optional?: boolean, link?: boolean}} LockedPackage
 * @typedef {{packages?: Record<string, LockedPackage>}} Lock
 */

/** Says which lock file node_modules was made from; the system too, since some packages hold native code. */
const stampFile = join(root, 'node_modules', '.trifold-packages')

/** Runs `npm ci` unless node_modules is what the lock file asks for. Ends the process with code 2 if npm fails. */
export function installPackages() {
  const lockText = readFileSync(join(root, 'package-lock.json'), 'utf8')
  const stamp = packagesStamp(lockText)
  if (read(stampFile) === stamp) return
  // Someone may have run npm themselves: what is right is not installed again.
  const installed = read(join(root, 'node_modules', '.package-lock.json'))
  if (installed === undefined || !isInstalled(JSON.parse(lockText), JSON.parse(installed))) {
    console.log('Installing the packages (npm ci)')
    const code = npm([
      'ci',
      '--include=dev',
      '--ignore-scripts',
      '--no-audit',
      '--no-fund',
      '--loglevel=error',
    ])
    if (code !== 0) {
      console.error('The packages could not be installed: see what npm says above.')
      exit(2)
    }
  }
  if (existsSync(join(root, 'node_modules'))) writeFileSync(stampFile, stamp)
}

/**
 * @param {string} lockText
 * @returns {string}
 */
export function packagesStamp(lockText) {
  return `${createHash('sha256').update(lockText).digest('hex')} ${platform} ${arch}\n`
}

/**
 * Whether the lock file that npm leaves in node_modules says the same as the project's. What is optional may be
 * missing: it is for other systems.
 *
 * @param {Lock} wanted
 * @param {Lock} installed
 */
export function isInstalled(wanted, installed) {
  const has = installed.packages ?? {}
  const wants = wanted.packages ?? {}
  const same = Object.entries(has).every(([path, { version }]) => wants[path]?.version === version)
  const whole = Object.entries(wants).every(([path, { optional }]) => path === '' || optional || path in has)
  return same && whole
}

/** @param {string[]} args */
function npm(args) {
  // Under `npm start` this is the npm that runs us; npm on Windows is a script, which needs a shell.
  const own = env.npm_execpath?.endsWith('.js') ? env.npm_execpath : undefined
  const options = /** @type {const} */ ({ cwd: root, stdio: 'inherit' })
  const result = own
    ? spawnSync(execPath, [own, ...args], options)
    : spawnSync('npm', args, { ...options, shell: platform === 'win32' })
  return result.status
}

/** @param {string} path */
function read(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined
}
