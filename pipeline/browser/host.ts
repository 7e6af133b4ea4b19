import { access, stat } from 'node:fs/promises'
import { homedir } from 'node:os'
import type { BrowserHost, CachedBrowser } from './find.js'

/**
 * This machine, for `findBrowser`.
 *
 * @param env the environment variables; the process's own by default
 */
export function nodeBrowserHost(env: BrowserHost['env'] = process.env): BrowserHost {
  return { platform: process.platform, home: homedir(), env, exists: isFile, cached }
}

async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    entry => entry.isFile(),
    () => false,
  )
}

async function cached(folder: string): Promise<readonly CachedBrowser[]> {
  // Looked at first, because the library takes a tenth of a second to load.
  const there = await access(folder).then(
    () => true,
    () => false,
  )
  if (!there) return []
  const { Browser, detectBrowserPlatform, getInstalledBrowsers } = await import('@puppeteer/browsers')
  const platform = detectBrowserPlatform()
  const browsers = await getInstalledBrowsers({ cacheDir: folder })
  return browsers
    .filter(({ browser }) => browser === Browser.CHROMEHEADLESSSHELL || browser === Browser.CHROME)
    .filter(browser => browser.platform === platform)
    .map(({ executablePath, buildId }) => ({ path: executablePath, version: buildId }))
}
