import { join, relative, sep } from 'node:path'

/** A Chrome headless shell in a folder laid out as puppeteer's cache is. */
export interface ChromeBuild {
  /** The executable. */
  readonly path: string
  /** The build's own folder, `chrome-headless-shell/linux-148.0.7778.97`, within the cache. */
  readonly folder: string
}

/**
 * Downloads and unpacks the headless shell that this version of puppeteer is made for. It cannot be stopped: run it
 * where it can be (see download.ts).
 *
 * @param folder laid out as puppeteer's cache afterwards; what failed leaves scraps in it
 * @param baseUrl a mirror of https://storage.googleapis.com/chrome-for-testing-public
 * @param onProgress bytes received and bytes in all
 * @throws when the system has no such build, the host is not reached, or the archive is broken
 */
export async function unpackChrome(
  folder: string,
  baseUrl: string | undefined,
  onProgress: (received: number, total: number) => void,
): Promise<ChromeBuild> {
  const { Browser, install } = await import('@puppeteer/browsers')
  const { PUPPETEER_REVISIONS: revisions } = await import('puppeteer/internal/revisions.js')
  const browser = await install({
    browser: Browser.CHROMEHEADLESSSHELL,
    buildId: revisions['chrome-headless-shell'],
    cacheDir: folder,
    downloadProgressCallback: onProgress,
    ...(baseUrl !== undefined && { baseUrl }),
  })
  const [kind = '', build = ''] = relative(folder, browser.executablePath).split(sep)
  return { path: browser.executablePath, folder: join(kind, build) }
}
