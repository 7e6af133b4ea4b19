// @ts-check
import { spawn } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { cpuUsage, pid, platform } from 'node:process'
import { clearInterval, setInterval } from 'node:timers'

/**
 * How a process went.
 *
 * @typedef {{milliseconds: number, processor: number | undefined, code: number | null, stderr: string, peak?: number | undefined, ownPeak?: number | undefined}} Run
 */

/**
 * Runs a program from start to end. With `memory`, which costs time, its peak is measured: what it and all processes that
 * it started hold at once, in bytes, pages they share counted once (Linux alone tells); `ownPeak` is that of the program
 * alone. `processor` is the time that it
 * and they were worked on, in milliseconds, which other work on the machine changes little (Linux alone, too).
 *
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{cwd: string, env?: NodeJS.ProcessEnv, memory?: boolean}} options
 * @returns {Promise<Run>}
 */
export function run(program, args, { cwd, env, memory = false }) {
  return new Promise(resolve => {
    const start = performance.now()
    const worked = childrenTime()
    const child = spawn(program, args, { cwd, env, stdio: ['ignore', 'ignore', 'pipe'] })
    let stderr = ''
    child.stderr.setEncoding('utf8').on('data', text => {
      stderr += text
    })
    const peak = memory ? watchMemory(child.pid) : undefined
    const end = (/** @type {number | null} */ code) => {
      const now = childrenTime()
      const processor = worked === undefined || now === undefined ? undefined : now - worked
      resolve({ milliseconds: performance.now() - start, processor, code, stderr, ...peak?.() })
    }
    child.once('error', error => {
      stderr ||= error.message
      end(null)
    })
    child.once('close', end)
  })
}

/**
 * Watches a process and its descendants from now on.
 *
 * @param {number | undefined} root its id
 * @returns {() => {peak: number | undefined, ownPeak: number | undefined}} ends it and says the peaks in bytes
 */
export function watchMemory(root) {
  if (platform !== 'linux' || root === undefined) return () => ({ peak: undefined, ownPeak: undefined })
  let [peak, ownPeak] = [0, 0]
  const look = () => {
    const [own, others] = [shareOf(root), memoryOfChildren(root)]
    ownPeak = Math.max(ownPeak, own)
    peak = Math.max(peak, own + others)
  }
  const timer = setInterval(look, 40)
  look()
  return () => {
    clearInterval(timer)
    return { peak, ownPeak }
  }
}

/**
 * What a process and its descendants hold now, in bytes.
 *
 * @param {number} root
 */
export const memoryOf = root => shareOf(root) + memoryOfChildren(root)

/** @param {number} root */
const memoryOfChildren = root => descendants(root).reduce((sum, pid) => sum + shareOf(pid), 0)

/** The processes that a process started, and those that they did. @param {number} root */
function descendants(root) {
  const parents = new Map(
    readdirSync('/proc')
      .filter(name => /^\d+$/.test(name))
      .map(name => [Number(name), parentOf(name)]),
  )
  const isChild = (/** @type {number | undefined} */ pid) => {
    for (let at = pid; at !== undefined && at > 1; at = parents.get(at)) if (at === root) return pid !== root
    return false
  }
  return [...parents.keys()].filter(isChild)
}

/** @param {string} pid */
function parentOf(pid) {
  const stat = read(`/proc/${pid}/stat`)
  // The name in brackets may hold anything.
  const [, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return parent ? Number(parent) : undefined
}

/** The memory of its own and its share of what others have too. @param {number} pid */
function shareOf(pid) {
  const [, kilobytes = '0'] = /^Pss:\s+(\d+)/m.exec(read(`/proc/${pid}/smaps_rollup`)) ?? []
  return Number(kilobytes) * 1024
}

/** Empty for a process that is gone. @param {string} path */
function read(path) {
  try {
    return readFileSync(path, 'latin1')
  } catch {
    return ''
  }
}

/** Milliseconds that the ended children of this process were worked on. */
const childrenTime = () => ticks('self', [13, 14])

/**
 * Milliseconds that processors have worked for this process and all that it started, those that run and those that have
 * ended; where it is not Linux, for this process alone.
 */
export function processorTime() {
  const { user, system } = cpuUsage()
  const others =
    platform === 'linux'
      ? descendants(pid).reduce((sum, each) => sum + (ticks(String(each), [11, 12, 13, 14]) ?? 0), 0)
      : 0
  return (user + system) / 1000 + others + (childrenTime() ?? 0)
}

/** Some times of a process, a hundredth of a second each (proc(5), `stat`): `utime`, `stime`, `cutime`, `cstime`. @param {string} process @param {readonly number[]} places */
function ticks(process, places) {
  const stat = read(`/proc/${process}/stat`)
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return stat === '' ? undefined : places.reduce((sum, place) => sum + Number(fields[place]), 0) * 10
}
