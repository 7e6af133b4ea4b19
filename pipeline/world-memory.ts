import type { Browser } from 'puppeteer'
import type { VFileMessage } from 'vfile-message'
import { type MemoryFiles, type MemoryFilesOptions, memoryFiles } from './world/memory-files.js'
import { noCache } from './world/no-cache.js'
import type { PackageReader } from './world/packages.js'
import { BrowserUnavailable, type Cache, FetchRefused, type Log, type World } from './world.js'

export interface MemoryWorldOptions extends MemoryFilesOptions {
  /** What earlier runs kept; nothing is by default. */
  readonly cache?: Cache
  /** Environment variables; none by default. */
  readonly env?: World['env']
  /** Gives the browser; by default there is none. */
  readonly browser?: () => Promise<Browser>
  /** Files of packages by path, `@fontsource/x/unicode.json`, or what reads them; none by default. */
  readonly packages?: Readonly<Record<string, Uint8Array>> | PackageReader
  /** Where files of packages lie; nowhere by default. */
  readonly packagePath?: World['packagePath']
  /** Gets files from other hosts; there is no network by default. */
  readonly fetch?: World['fetch']
  /** Asks other hosts; there is no network by default. */
  readonly ask?: World['ask']
  /** Waits; it has waited at once by default. */
  readonly wait?: World['wait']
  /** Watches files; nothing is ever told by default. */
  readonly watch?: World['watch']
  /** Runs programs; there are none by default. */
  readonly runProgram?: World['runProgram']
}

/** A log that remembers what it was told. */
export interface RecordingLog extends Log {
  readonly lines: readonly string[]
  readonly steps: readonly { readonly label: string; readonly part: number }[]
  readonly messages: readonly VFileMessage[]
}

/** A world that a test can look into. */
export interface MemoryWorld extends World {
  readonly files: MemoryFiles
  readonly log: RecordingLog
  readonly closed: boolean
}

/** The twin of `nodeWorld` for tests: nothing outside the process is touched, and its clock stands still. */
export function memoryWorld(options: MemoryWorldOptions = {}): MemoryWorld {
  const { packages } = options
  let closed = false
  return {
    files: memoryFiles(options),
    cache: options.cache ?? noCache,
    log: recordingLog(),
    env: options.env ?? {},
    browser: options.browser ?? noBrowser,
    startBrowser: async () => undefined,
    spareBrowser: async () => ({
      browser: await (options.browser ?? noBrowser)(),
      close: async () => undefined,
    }),
    browserBuild: async () => (options.browser ? 'given' : 'none'),
    packageFile: typeof packages === 'function' ? packages : async path => packages?.[path],
    packagePath: path => options.packagePath?.(path),
    fetch: options.fetch ?? noNetwork,
    ask: options.ask ?? noNetwork,
    wait: options.wait ?? (async () => undefined),
    watch: options.watch ?? (async () => ({ close: async () => undefined })),
    runProgram: options.runProgram ?? (async () => undefined),
    now: () => 0,
    async close() {
      closed = true
    },
    get closed() {
      return closed
    },
  }
}

async function noNetwork(): Promise<never> {
  throw new FetchRefused('there is no network in this world')
}

async function noBrowser(): Promise<never> {
  throw new BrowserUnavailable('There is no browser in this world')
}

function recordingLog(): RecordingLog {
  const lines: string[] = []
  const steps: { label: string; part: number }[] = []
  const messages: VFileMessage[] = []
  return {
    lines,
    steps,
    messages,
    info: line => void lines.push(line),
    progress: (label, part) => void steps.push({ label, part }),
    message: message => void messages.push(message),
  }
}
