import type { Browser } from 'puppeteer'
import { printSafetyArgs } from '../bind/pdf/safety.js'
import { BrowserCannotStart } from './errors.js'
import type { BrowserFound } from './found.js'
import { notAProgram, reasonNotToStart } from './trial.js'

export interface LaunchOptions {
  /**
   * Chromium's own sandbox. On by default, except for root: Chromium refuses to run with it as root.
   */
  readonly sandbox?: boolean | undefined
  /** Kills the browser when aborted, while it starts and afterwards. */
  readonly signal?: AbortSignal | undefined
  /** Called when what is left of starting is the browser's own work. */
  readonly underWay?: (() => void) | undefined
}

/** How long a browser may take to answer, in milliseconds; a cold disk needs more than a second. */
const startTimeout = 30_000

/**
 * Starts a browser with the flags that keep what is printed from reaching anything, over a pipe (no port is
 * opened), with a profile of its own in the temporary folder that is removed when the browser ends.
 *
 * Without a signal puppeteer ends the browser on SIGINT, SIGTERM and SIGHUP; with one, that is the caller's.
 *
 * @throws {BrowserCannotStart} with the browser's first complaint
 * @throws the signal's reason when it is aborted
 */
export async function launchBrowser(found: BrowserFound, options: LaunchOptions = {}): Promise<Browser> {
  const { signal, sandbox = process.getuid?.() !== 0 } = options
  signal?.throwIfAborted()
  // Puppeteer gives over a file that the system refuses to run as an uncaught exception.
  const refusal = await notAProgram(found.path)
  if (refusal !== undefined) throw new BrowserCannotStart(found.path, refusal)

  const args = [...printSafetyArgs, ...(sandbox ? [] : ['--no-sandbox'])]
  const { default: puppeteer } = await import('puppeteer')
  signal?.throwIfAborted()
  const ownSignals = signal === undefined
  try {
    const launching = puppeteer.launch({
      executablePath: found.path,
      headless: found.kind === 'headless-shell' ? 'shell' : true,
      pipe: true,
      args,
      timeout: startTimeout,
      handleSIGINT: ownSignals,
      handleSIGTERM: ownSignals,
      handleSIGHUP: ownSignals,
      ...(signal && { signal }),
    })
    options.underWay?.()
    const browser = await launching
    tolerateBrokenPipes(browser)
    return browser
  } catch (cause) {
    signal?.throwIfAborted()
    const said = await reasonNotToStart(found, args)
    throw new BrowserCannotStart(
      found.path,
      said ?? (cause instanceof Error ? cause.message : String(cause)),
      { cause },
    )
  }
}

/**
 * Puppeteer hears of a browser's end by its pipes and then stops listening to them, so that an error that comes after it
 * (ECONNRESET, of a browser that was killed) would end this process.
 */
function tolerateBrokenPipes(browser: Browser): void {
  for (const pipe of browser.process()?.stdio ?? []) pipe?.on('error', () => undefined)
}

/** The browser's product and build, `Chrome/148.0.7778.97`: what a golden figure is recorded beside. */
export async function browserVersion(browser: Browser): Promise<string> {
  return (await browser.version()).replace(/^Headless/, '')
}
