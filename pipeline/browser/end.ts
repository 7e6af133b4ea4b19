import { spawnSync } from 'node:child_process'
import type { Browser } from 'puppeteer'

/** How long a browser may take to close by itself, and to be gone after it was killed; milliseconds. */
const patience = 5_000

/**
 * Ends a browser that {@link launchBrowser} started, and its processes: asks it to close, and kills it when it does not.
 * Its profile is removed with it. Never rejects, and never waits longer than some seconds.
 */
export async function endBrowser(browser: Browser): Promise<void> {
  const closing = browser.close().catch(() => undefined)
  if (await within(patience, closing)) return
  kill(browser)
  await within(patience, closing)
}

/** Kills a browser that no longer answers, without asking. Never rejects. */
export async function killBrowser(browser: Browser): Promise<void> {
  kill(browser)
  // Puppeteer removes the profile once the process is gone, and closing waits for that.
  await within(
    patience,
    browser.close().catch(() => undefined),
  )
}

/**
 * The whole group, which puppeteer makes the browser the leader of: Debian's is a shell script, and killing that alone
 * would leave the browser to itself. A process that is stopped dies of it too.
 */
function kill(browser: Browser): void {
  const pid = browser.process()?.pid
  if (pid === undefined) return
  if (process.platform === 'win32') {
    spawnSync('taskkill', ['/pid', String(pid), '/T', '/F'], { stdio: 'ignore' })
    return
  }
  try {
    process.kill(-pid, 'SIGKILL')
  } catch {
    // It was gone already.
  }
}

async function within(milliseconds: number, work: Promise<unknown>): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<boolean>(resolve => {
    timer = setTimeout(() => resolve(false), milliseconds)
  })
  const done = work.then(() => true)
  const inTime = await Promise.race([done, late])
  clearTimeout(timer)
  return inTime
}
