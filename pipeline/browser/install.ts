import { installByApt } from './apt.js'
import { downloadBrowser, type StagedBrowser } from './download.js'
import { type BrowserHost, findSystemBrowser } from './find.js'
import { type BrowserFound, browserKind } from './found.js'
import { nodeBrowserHost } from './host.js'
import { puppeteerCache } from './places.js'
import { type RunCommand, runCommand } from './run.js'
import { reasonNotToStart } from './trial.js'
import { NoBrowser } from './ways.js'

/** What installing does to the machine, each replaceable. */
export interface InstallMeans {
  readonly host: BrowserHost
  /** Whether packages may be installed: the process is root's. */
  readonly root: boolean
  /** The processor, as `process.arch` names it. */
  readonly arch: string
  download(onProgress: InstallOptions['onProgress'], signal: AbortSignal | undefined): Promise<StagedBrowser>
  readonly run: RunCommand
  /** Why a browser does not start, or undefined when it does. */
  reasonNotToStart(browser: BrowserFound): Promise<string | undefined>
}

export interface InstallOptions {
  /** Bytes received and bytes in all, while downloading. */
  readonly onProgress?: ((received: number, total: number) => void) | undefined
  /** A line for people at each step. */
  readonly onNote?: ((line: string) => void) | undefined
  readonly signal?: AbortSignal | undefined
}

/**
 * Gets a browser: chrome-headless-shell into puppeteer's cache, or, where that is not to be had or does not run, and
 * the machine is Debian or its kin and the process root's, the package chromium-headless-shell. What is kept has been
 * started once.
 *
 * @throws {NoBrowser} with what failed and every other way to get one
 * @throws the signal's reason when it is aborted
 */
export async function installBrowser(
  options: InstallOptions = {},
  means: InstallMeans = nodeMeans(),
): Promise<BrowserFound> {
  const attempts: string[] = []
  for (const attempt of [byDownload, byPackage]) {
    const result = await attempt(means, options)
    if (typeof result !== 'string') return result
    attempts.push(result)
    options.signal?.throwIfAborted()
    options.onNote?.(result)
  }
  const system = await findSystemBrowser(means.host)
  const tried = system.found ? [] : [puppeteerCache(means.host), ...system.tried]
  throw new NoBrowser({ platform: means.host.platform, tried, attempts })
}

/** This machine's means, with the process's environment and puppeteer's cache. */
export function nodeMeans(host: BrowserHost = nodeBrowserHost()): InstallMeans {
  return {
    host,
    root: process.getuid?.() === 0,
    arch: process.arch,
    download: (onProgress, signal) =>
      downloadBrowser({
        cache: puppeteerCache(host),
        baseUrl: host.env.PUPPETEER_CHROME_HEADLESS_SHELL_DOWNLOAD_BASE_URL,
        onProgress,
        signal,
      }),
    run: runCommand,
    // Whether the sandbox works is the launcher's to find out: a browser without one is still the right browser.
    reasonNotToStart: browser => reasonNotToStart(browser, ['--no-sandbox']),
  }
}

async function byDownload(means: InstallMeans, options: InstallOptions): Promise<BrowserFound | string> {
  // Puppeteer would fetch the build for another processor.
  if (means.host.platform === 'linux' && means.arch !== 'x64') {
    return `Chrome has no download for Linux on ${means.arch}.`
  }
  options.onNote?.('Downloading chrome-headless-shell')
  let staged: StagedBrowser
  try {
    staged = await means.download(options.onProgress, options.signal)
  } catch (error) {
    options.signal?.throwIfAborted()
    return `Downloading chrome-headless-shell failed: ${lastLine(error)}`
  }
  const path = staged.path
  const source = 'puppeteer-cache'
  const reason = await means.reasonNotToStart({ found: true, path, kind: browserKind(path), source })
  if (reason !== undefined) {
    await staged.discard()
    return `chrome-headless-shell was downloaded and does not start here: ${reason}`
  }
  const kept = await staged.keep()
  return { found: true, path: kept, kind: browserKind(kept), source }
}

async function byPackage(means: InstallMeans, options: InstallOptions): Promise<BrowserFound | string> {
  const { host, root, run } = means
  const debian = (await host.exists('/etc/debian_version')) && (await host.exists('/usr/bin/apt-get'))
  if (!debian) return 'No package was tried: only on Debian and its kin is its name known.'
  if (!root) return 'No package was tried: that takes root.'
  const outcome = await installByApt(run, line => options.onNote?.(line), options.signal)
  if ('refused' in outcome) return `Installing the package chromium-headless-shell failed: ${outcome.refused}`
  const browser = await findSystemBrowser(host)
  if (!browser.found)
    return `The package ${outcome.installed} was installed, and there is no browser all the same.`
  const reason = await means.reasonNotToStart(browser)
  return reason === undefined ? browser : `The package ${outcome.installed} does not start here: ${reason}`
}

function lastLine(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error)
  // Puppeteer's errors list each provider on a line, the reason last.
  return (text.trimEnd().split('\n').at(-1) ?? text).replace(/^\s*- \w+: /, '')
}
