import { spawnSync } from 'node:child_process'
import type { Browser } from 'puppeteer'

/** How long a browser may take to be gone after it was killed, milliseconds. */
const patience = 5_000

/**
 * Ends a browser that {@link launchBrowser} started, and its processes; its profile is removed with it. It is killed and
 * not asked to close: it holds nothing that is wanted, closing takes it a twentieth of a second and more, and one that
 * hangs would not answer. Never rejects.
 */
export async function endBrowser(browser: Browser): Promise<void> {
  kill(browser)
  // Puppeteer removes the profile once the process is gone, and closing waits for that.
  const closing = browser.close().catch(() => undefined)
  const late = new Promise<void>(resolve => setTimeout(resolve, patience).unref())
  await Promise.race([closing, late])
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
