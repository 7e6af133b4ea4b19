import { spawn } from 'node:child_process'
import { constants } from 'node:fs'
import { access, mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserFound } from './found.js'

/** How long a browser may take for an empty page, in milliseconds; the first start of a new one is slow. */
const trialTimeout = 20_000

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
 * Runs a browser on an empty page, to learn whether it starts. (Puppeteer keeps the error stream to itself when it
 * speaks over a pipe.)
 *
 * @param args flags beside those that make it print the page and end
 * @returns the first line of its complaint, or undefined when it ran
 */
export async function reasonNotToStart(
  browser: BrowserFound,
  args: readonly string[],
): Promise<string | undefined> {
  const refusal = await notAProgram(browser.path)
  if (refusal !== undefined) return refusal
  const profile = await mkdtemp(join(tmpdir(), 'trifold-trial-'))
  try {
    const own = ['--headless', `--user-data-dir=${profile}`, '--dump-dom']
    return await failure(browser.path, [...own, ...args, 'about:blank'])
  } finally {
    await rm(profile, { recursive: true, force: true, maxRetries: 3 })
  }
}

/** The first line of an error stream with something in it, without the place in Chromium's source it came from. */
export function complaint(stderr: string): string | undefined {
  const lines = stderr.split('\n').map(line => line.replace(/^\[[^\]]*\]\s*/, '').trim())
  return lines.find(line => line !== '')
}

function failure(path: string, args: readonly string[]): Promise<string | undefined> {
  return new Promise(resolve => {
    let text = ''
    // A group of its own, since Debian's browser is a shell script that leaves the browser behind when it is killed.
    const ownGroup = process.platform !== 'win32'
    const child = spawn(path, args, { stdio: ['ignore', 'ignore', 'pipe'], detached: ownGroup })
    const timer = setTimeout(() => {
      text ||= `it did not end within ${trialTimeout / 1000} seconds`
      if (child.pid !== undefined) process.kill(ownGroup ? -child.pid : child.pid, 'SIGKILL')
    }, trialTimeout)
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      text += chunk
    })
    const end = (reason: string | undefined) => {
      clearTimeout(timer)
      resolve(reason)
    }
    child.once('error', error => end(error.message))
    child.once('close', code =>
      end(code === 0 ? undefined : (complaint(text) ?? `it ended with code ${code}`)),
    )
  })
}
