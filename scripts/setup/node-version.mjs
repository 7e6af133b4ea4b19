// @ts-check
import { exit, version } from 'node:process'

const needed = { major: 20, minor: 19 }

/**
 * Whether a Node of this version runs the project.
 *
 * @param {string} found as `process.version` has it, `v20.19.0`
 */
export function isNewEnough(found) {
  const [major = 0, minor = 0] = found.replace(/^v/, '').split('.').map(Number)
  return major > needed.major || (major === needed.major && minor >= needed.minor)
}

/** Ends the process with code 2 on a Node that is too old. */
export function checkNode() {
  if (isNewEnough(version)) return
  console.error(`Trifold needs Node ${needed.major}.${needed.minor} or newer, and this is ${version}.`)
  console.error('Get a newer one from https://nodejs.org/ and run this again.')
  exit(2)
}
