import { homedir } from 'node:os'
import { resolve } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type { Browser } from 'puppeteer'
import { diskFiles } from './world/disk.js'
import { noCache } from './world/no-cache.js'
import { packageFinder, packageReader } from './world/packages.js'
import { shareBrowser } from './world/shared-browser.js'
import type { Cache, Log, World } from './world.js'

export interface NodeWorldOptions {
  /** The browser's executable; without one it is looked for, as browser/find.ts says. */
  readonly browserPath?: string | undefined
  /** A browser that runs already. It is used as it is, and stays open when the world is closed. */
  readonly browser?: Browser | undefined
  /** Chromium's own sandbox; on by default, except for root. */
  readonly sandbox?: boolean | undefined
  /** Where people see how it goes; nobody looks by default. */
  readonly log?: Log | undefined
  /** Environment variables; the process's own by default. */
  readonly env?: World['env'] | undefined
  /** Absolute paths of the folders that packages are looked for from, before Trifold's own installation. */
  readonly packageRoots?: readonly string[] | undefined
  /** What earlier runs kept; nothing by default. */
  readonly cache?: Cache | undefined
  /** Ends the browser when aborted. */
  readonly signal?: AbortSignal | undefined
}

/** A log that nobody reads. */
export const silentLog: Log = { info() {}, progress() {}, message() {} }

/** The real world: this machine's disk, processes and clock. Nothing is opened before it is asked for. */
export function nodeWorld(options: NodeWorldOptions = {}): World {
  const env = options.env ?? process.env
  const given = options.browser
  const shared = shareBrowser({
    launch: underWay => findAndLaunch(options, env, underWay),
    end: async browser => (await import('./browser/end.js')).endBrowser(browser),
  })
  return {
    files: diskFiles(),
    cache: options.cache ?? noCache,
    log: options.log ?? silentLog,
    env,
    browser: given ? async () => given : shared.get,
    startBrowser: given ? async () => undefined : shared.start,
    spareBrowser: given ? async () => ({ browser: given, close: async () => undefined }) : shared.spare,
    browserBuild: async () => (given ? versionOf(given) : browserBuild(env, options.browserPath)),
    packageFile: packageReader(options.packageRoots ?? []),
    packagePath: path => packageFinder(options.packageRoots ?? [])(path)[0],
    fetch: async request => (await import('./world/fetch.js')).fetchFile(request),
    ask: async request => (await import('./world/fetch.js')).askAddress(request),
    wait: async (milliseconds, signal) => {
      // Node's own error for an aborted wait is another than the signal's reason.
      await setTimeout(milliseconds, undefined, { signal }).catch(() => signal?.throwIfAborted())
    },
    watch: async request => (await import('./world/watch-disk.js')).watchDisk(request),
    runProgram: async run => (await import('./world/programs.js')).runProgram(run),
    now: () => performance.now(),
    close: shared.close,
  }
}

/** One that has died is met, and told, where it is to do something. */
const versionOf = (browser: Browser): Promise<string> => browser.version().catch(() => 'died')

async function browserBuild(env: World['env'], path: string | undefined): Promise<string> {
  const { browserIdentity } = await import('./browser/identity.js')
  const files = diskFiles()
  return browserIdentity(
    {
      platform: process.platform,
      home: homedir(),
      env,
      async names(folder) {
        const path = resolve(folder)
        return (await files.kind(path)) === 'folder' ? (await files.list(path)).map(({ name }) => name) : []
      },
      stamp: async file => (await files.stamps([resolve(file)]))[0]?.id,
    },
    path,
  )
}

async function findAndLaunch(
  options: NodeWorldOptions,
  env: World['env'],
  underWay: () => void,
): Promise<Browser> {
  const [{ findBrowser }, { nodeBrowserHost }, { launchBrowser }, { NoBrowser }] = await Promise.all([
    import('./browser/find.js'),
    import('./browser/host.js'),
    import('./browser/launch.js'),
    import('./browser/ways.js'),
  ])
  const found = await findBrowser({ ...nodeBrowserHost(env), path: options.browserPath })
  if (!found.found) throw new NoBrowser({ platform: process.platform, tried: found.tried })
  return launchBrowser(found, { sandbox: options.sandbox, signal: options.signal, underWay })
}
