// @ts-check
import { spawn, spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'
import process, { execPath } from 'node:process'
import { clearTimeout, setTimeout } from 'node:timers'
import { median, spread } from '../figures.mjs'
import { cacheBeside, command, withCache } from '../our-build.mjs'
import { names } from './names.mjs'

/** The line by which a build that watches says that all is written. */
const hasBuilt = /\bbuilt(?: again)? in \d/

/** How long an edit may take, in milliseconds. */
const patience = 30_000

/**
 * How long after an edit of an article a build that watches has its formats again.
 *
 * @param {string} article absolute path of a Markdown file
 * @param {{runs: number, browser: string, folder: string}} options a folder of its own
 * @returns {Promise<import('../processes.mjs').Figure[]>}
 */
export async function measureWatch(article, { runs, browser, folder }) {
  const ways = [
    { name: names.editText, formats: 'email,epub,web' },
    { name: names.editPdf, formats: 'pdf' },
  ]
  const { stdout } = spawnSync(execPath, [command, 'build', '--help'], { encoding: 'utf8' })
  if (!stdout.includes('--watch')) return ways.map(({ name }) => ({ name, missing: 'not there yet' }))
  const figures = []
  for (const { name, formats } of ways) {
    const copy = copied(article, join(folder, formats))
    const out = join(folder, formats, 'dist')
    const env = withCache(cacheBeside(out))
    const args = [command, 'build', copy, '--watch', '-f', formats, '-o', out, '--browser', browser]
    figures.push(await timeEdits(name, { args, env, article: copy, out, runs }))
  }
  return figures
}

/** The article with all that is beside it; its path. @param {string} article @param {string} folder */
function copied(article, folder) {
  mkdirSync(folder, { recursive: true })
  cpSync(dirname(article), folder, {
    recursive: true,
    filter: path => extname(path) !== '.md' && basename(path) !== 'trifold.yaml',
  })
  const path = join(folder, basename(article))
  writeFileSync(path, readFileSync(article))
  return path
}

/**
 * Starts a program that watches, and edits the article as editors do: another file takes its place.
 *
 * @param {string} name
 * @param {{args: readonly string[], env?: NodeJS.ProcessEnv, article: string, out: string, runs: number}} options
 * @returns {Promise<import('../processes.mjs').Figure>}
 */
export async function timeEdits(name, { args, env, article, out, runs }) {
  const child = spawn(execPath, [...args], {
    cwd: dirname(article),
    env: env ?? process.env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const text = readFileSync(article, 'utf8')
  const times = []
  try {
    await nextBuild(child)
    // The first edits warm the process.
    for (let round = -3; round < runs; round++) {
      const before = newest(out)
      const other = join(dirname(article), '.edited')
      writeFileSync(other, `${text}\n\nEdited ${round + 4} times.\n`)
      const done = nextBuild(child)
      const start = performance.now()
      renameSync(other, article)
      await done
      if (round >= 0) times.push(performance.now() - start)
      if (newest(out) <= before) throw new Error('it said that it had built, and wrote nothing')
    }
    return { name, milliseconds: median(times), spread: spread(times), runs, times }
  } catch (error) {
    return { name, missing: `failed: ${error instanceof Error ? error.message : error}` }
  } finally {
    await ended(child)
  }
}

/** @param {import('node:child_process').ChildProcessByStdio<null, import('node:stream').Readable, import('node:stream').Readable>} child @returns {Promise<void>} */
function nextBuild(child) {
  return new Promise((resolve, reject) => {
    const settle = (/** @type {Error | undefined} */ error) => {
      clearTimeout(timer)
      for (const stream of [child.stdout, child.stderr]) stream.off('data', look)
      child.off('close', close)
      if (error) reject(error)
      else resolve()
    }
    const look = (/** @type {Buffer} */ said) => {
      if (hasBuilt.test(String(said))) settle(undefined)
    }
    const close = () => settle(new Error('it ended'))
    const timer = setTimeout(() => settle(new Error(`nothing was built in ${patience} ms`)), patience)
    for (const stream of [child.stdout, child.stderr]) stream.on('data', look)
    child.on('close', close)
  })
}

/** Ends what watches, and waits for its end. @param {import('node:child_process').ChildProcess} child @returns {Promise<void>} */
const ended = child =>
  new Promise(resolve => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve()
    child.once('close', () => resolve())
    child.kill('SIGTERM')
  })

/** When a file of a folder was last written, in milliseconds and their fractions. @param {string} folder */
const newest = folder =>
  Math.max(
    0,
    ...readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(entry => statSync(join(entry.parentPath, entry.name)).mtimeMs),
  )
