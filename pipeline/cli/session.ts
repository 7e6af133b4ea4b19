import { resolve } from 'node:path'
import type { Config } from '../config/config.js'
import { cacheFolder } from '../world/cache-folder.js'
import { diskCache } from '../world/disk-cache.js'
import { noCache } from '../world/no-cache.js'
import type { Cache, World } from '../world.js'
import { nodeWorld } from '../world-node.js'
import type { Asker } from './asker.js'
import { type Output, type Terminal, terminal } from './terminal.js'

/** Flags that every command takes. */
export interface CommonOptions {
  readonly config?: string
  readonly quiet?: boolean
  readonly verbose?: boolean
  readonly json?: boolean
  readonly browser?: string
  /** False with `--no-sandbox`. */
  readonly sandbox?: boolean
}

/** The process as the commands see it. */
export interface Process {
  readonly cwd: string
  readonly env: Readonly<Record<string, string | undefined>>
  readonly stdout: Output
  readonly stderr: Output
  readonly stdin: AsyncIterable<Uint8Array>
  readonly signal: AbortSignal
  /** Asks the person; undefined where there is no terminal to ask in. */
  readonly asker?: () => Promise<Asker>
}

/** What a command works with. */
export interface Session {
  readonly terminal: Terminal
  readonly cwd: string
  readonly env: Process['env']
  readonly signal: AbortSignal
  /** What earlier runs kept. */
  readonly cache: Cache
  /** Where they kept it, absolute; undefined where nothing is kept. */
  readonly caches: string | undefined
  /** Asks the person; undefined where there is none, or a program in its place. */
  readonly asker?: () => Promise<Asker>
  now(): number
  /** Writes results as they are, for a file or another program. */
  write(text: string): void
  readInput(): Promise<Uint8Array>
  /** The world before the config is read. */
  configWorld(options: CommonOptions): World
  /** @param cached whether it has what earlier runs kept; it has by default */
  world(options: CommonOptions, config: Pick<Config, 'root' | 'browser' | 'sandbox'>, cached?: boolean): World
}

/** A command's session in a process. */
export function startSession(process: Process, options: CommonOptions): Session {
  const { cwd, env, stdout, stderr, signal } = process
  const log = terminal({
    stdout,
    stderr,
    env,
    quiet: options.quiet,
    verbose: options.verbose,
    json: options.json,
  })
  const caches = cacheFolder(env)
  const cache = caches ? diskCache(caches) : noCache
  return {
    terminal: log,
    cwd,
    env,
    signal,
    cache,
    caches,
    ...(process.asker && !options.json ? { asker: process.asker } : {}),
    now: () => performance.now(),
    write: text => stdout.write(text),
    async readInput() {
      const chunks: Uint8Array[] = []
      for await (const chunk of process.stdin) chunks.push(chunk)
      return Buffer.concat(chunks)
    },
    configWorld: () => nodeWorld({ env, log }),
    world: (given, config, cached = true) =>
      nodeWorld({
        env,
        log,
        signal,
        packageRoots: [config.root],
        cache: cached ? cache : noCache,
        browserPath: given.browser ? resolve(cwd, given.browser) : config.browser,
        // Commander sets `sandbox` to true where nothing was said; only a refusal is a choice.
        sandbox: given.sandbox === false ? false : config.sandbox,
      }),
  }
}
