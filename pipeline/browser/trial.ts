import { spawn } from 'node:child_process'
import { constants } from 'node:fs'
import { access, mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserFound } from './found.js'

/** How long a browser that failed once may take to say why, in milliseconds. */
const trialTimeout = 5_000

/** Why the system would not run the file, or undefined when it would. */
export async function notAProgram(path: string): Promise<string | undefined> {
  const entry = await stat(path).catch(() => undefined)
  if (!entry) return 'there is no such file'
  if (!entry.isFile()) return 'it is not a file'
  return access(path, constants.X_OK).then(
    () => undefined,
    () => 'it may not be run (permission denied)',
  )
}

/**
 * Runs the browser once more on an empty page, to hear why it does not start: puppeteer keeps the error stream to
 * itself when it speaks over a pipe.
 *
 * @returns the first line that says something, or undefined
 */
export async function firstComplaint(
  found: BrowserFound,
  args: readonly string[],
): Promise<string | undefined> {
  const profile = await mkdtemp(join(tmpdir(), 'trifold-trial-'))
  try {
    const stderr = await errorStream(found.path, [
      '--headless',
      `--user-data-dir=${profile}`,
      ...args,
      '--dump-dom',
      'about:blank',
    ])
    return complaint(stderr)
  } finally {
    await rm(profile, { recursive: true, force: true, maxRetries: 3 })
  }
}

/** The first line of an error stream with something in it, without the place in Chromium's source it came from. */
export function complaint(stderr: string): string | undefined {
  const lines = stderr.split('\n').map(line => line.replace(/^\[[^\]]*\]\s*/, '').trim())
  return lines.find(line => line !== '')
}

/** What a command wrote on its error stream when it failed; nothing where it ran well. */
function errorStream(path: string, args: readonly string[]): Promise<string> {
  return new Promise(resolve => {
    let text = ''
    // A group of its own, since Debian's browser is a shell script that leaves the browser behind when it is killed.
    const ownGroup = process.platform !== 'win32'
    const child = spawn(path, args, { stdio: ['ignore', 'ignore', 'pipe'], detached: ownGroup })
    const timer = setTimeout(() => {
      if (child.pid !== undefined) process.kill(ownGroup ? -child.pid : child.pid, 'SIGKILL')
    }, trialTimeout)
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk
    })
    child.once('error', error => {
      clearTimeout(timer)
      resolve(error.message)
    })
    child.once('close', code => {
      clearTimeout(timer)
      resolve(code === 0 ? '' : text)
    })
  })
}
