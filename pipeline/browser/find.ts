import { BrowserPathWrong } from './errors.js'
import { type BrowserFound, type BrowserMissing, browserKind } from './found.js'
import { commandPlaces, type Machine, puppeteerCache, systemPlaces } from './places.js'

/** A browser in puppeteer's cache. */
export interface CachedBrowser {
  readonly path: string
  /** Chrome's version of four numbers, `148.0.7778.97`. */
  readonly version: string
}

/** The machine and its disk, as far as finding a browser needs them. */
export interface BrowserHost extends Machine {
  /** Whether the path names a file (a link counts as what it leads to). */
  exists(path: string): Promise<boolean>
  /** The Chrome builds in puppeteer's cache that run on this machine, in any order; none where it is not there. */
  cached(folder: string): Promise<readonly CachedBrowser[]>
}

export interface FindBrowserOptions extends BrowserHost {
  /**
   * From a flag or the configuration, and wins over everything: an absolute path, or the name of a command, which is
   * looked for in PATH.
   */
  readonly path?: string | undefined
}

/**
 * Looks for a browser: the path that was given, PUPPETEER_EXECUTABLE_PATH, puppeteer's cache (headless shell before
 * Chrome, newest first), then where systems put their browsers. Starts none.
 *
 * @throws {BrowserPathWrong} when a path was given, by option or environment, and no file is there
 */
export async function findBrowser(options: FindBrowserOptions): Promise<BrowserFound | BrowserMissing> {
  if (options.path) return given(options.path, 'option', options)
  // An empty variable is how a shell takes a setting back.
  if (options.env.PUPPETEER_EXECUTABLE_PATH)
    return given(options.env.PUPPETEER_EXECUTABLE_PATH, 'environment', options)

  const cache = puppeteerCache(options)
  for (const { path } of bestFirst(await options.cached(cache))) {
    if (await options.exists(path))
      return { found: true, path, kind: browserKind(path), source: 'puppeteer-cache' }
  }
  const system = await findSystemBrowser(options)
  return system.found ? system : { found: false, tried: [cache, ...system.tried] }
}

/** Looks only where systems put their browsers. */
export async function findSystemBrowser(host: BrowserHost): Promise<BrowserFound | BrowserMissing> {
  const places = systemPlaces(host)
  for (const path of places) {
    if (await host.exists(path)) return { found: true, path, kind: browserKind(path), source: 'system' }
  }
  return { found: false, tried: places }
}

async function given(
  named: string,
  source: 'option' | 'environment',
  host: BrowserHost,
): Promise<BrowserFound> {
  for (const path of isCommand(named) ? commandPlaces(host, named) : [named]) {
    if (await host.exists(path)) return { found: true, path, kind: browserKind(path), source }
  }
  throw new BrowserPathWrong(named, source)
}

function isCommand(named: string): boolean {
  return !/[/\\]/.test(named)
}

function bestFirst(browsers: readonly CachedBrowser[]): CachedBrowser[] {
  const shellFirst = (browser: CachedBrowser) => (browserKind(browser.path) === 'headless-shell' ? 0 : 1)
  return [...browsers].sort((a, b) => shellFirst(a) - shellFirst(b) || compareVersions(b.version, a.version))
}

function compareVersions(a: string, b: string): number {
  const [left, right] = [a.split('.').map(Number), b.split('.').map(Number)]
  for (let place = 0; place < Math.max(left.length, right.length); place++) {
    const difference = (left[place] ?? 0) - (right[place] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}
