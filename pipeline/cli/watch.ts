import { join, relative, resolve } from 'node:path'
import type { Format } from '../article.js'
import { type Config, ConfigError } from '../config/config.js'
import { configNames } from '../config/find.js'
import type { PublishResult } from '../request.js'
import type { Run } from '../watch/runs.js'
import type { Watched } from '../watch/warm.js'
import { counted } from './counted.js'
import { type ExitCode, exit, UsageError } from './exit.js'
import { formatCounts } from './format-message.js'
import type { IssueOptions } from './on-issues.js'
import { readConfig } from './read-config.js'
import type { Session } from './session.js'

/** What `trifold build --watch` takes. */
export interface WatchOptions extends IssueOptions {
  readonly output?: string
  readonly verify?: boolean
  readonly force?: boolean
  /** Looks for changes again and again, and does not wait to be told of them. */
  readonly poll?: boolean
}

/** What a watch does as a build does it. */
export interface BuildWork {
  /** The formats that are made. @throws UsageError */
  formats(config: Config): readonly Format[]
  /** Tells where everything is that was built. */
  tell(result: PublishResult, config: Config, outputDir: string): void
}

/** Milliseconds between two looks with `--poll`. */
const pollEvery = 250

/** `trifold build --watch [PATH...]`: builds, and builds again what changes, until it is stopped. That is its end, and done. */
export async function watchBuilds(
  paths: readonly string[],
  options: WatchOptions,
  session: Session,
  { formats, tell }: BuildWork,
): Promise<ExitCode> {
  if (paths.includes('-')) throw new UsageError('Unexpected `-` with --watch: standard input does not change')
  for (const other of ['verify', 'sarif'] as const)
    if (options[other]) throw new UsageError(`Unexpected --${other} with --watch, expected one of the two`)
  const { terminal, cwd, signal } = session

  async function read(files: Set<string>): Promise<Watched> {
    const { config } = await readConfig(options, session, files)
    return {
      configFiles: config.file === undefined ? new Set(configNames.map(name => join(cwd, name))) : files,
      request: {
        config,
        paths: paths.map(path => resolve(cwd, path)),
        formats: formats(config),
        cwd,
        outputDir: options.output ? resolve(cwd, options.output) : config.outputDir,
        force: options.force === true,
        ...(options.strict ? { strict: true } : {}),
      },
    }
  }

  let watched = await read(new Set())
  let isFirst = true

  /** What there is to build by the config as it is now; by that of before where it cannot be used. */
  async function reload(): Promise<Watched> {
    const { file } = watched.request.config
    const files = new Set<string>()
    try {
      const now = await read(files)
      // An editor may have it away for a moment, and nobody wants everything built without it.
      if (file !== undefined && now.request.config.file === undefined)
        throw new UsageError(`Unexpected want of a config, expected ${relative(cwd, file)}`)
      watched = now
    } catch (error) {
      if (error instanceof ConfigError) error.messages.forEach(terminal.message)
      else if (error instanceof UsageError) terminal.complain(error.message)
      else throw error
      terminal.info('The config stays as it was until that is mended.')
      // What it imports now may be what is to be mended.
      watched = { ...watched, configFiles: new Set([...watched.configFiles, ...files]) }
    }
    return watched
  }

  function built({ result, gone, milliseconds }: Run): void {
    const { issues, messages } = result
    terminal.clear()
    const silenced = issues.flatMap(issue => (issue.upToDate && !isFirst ? [] : issue.silenced))
    if (options.verbose) silenced.forEach(terminal.silenced)
    for (const [name, { slug }] of gone)
      terminal.info(`${name} is gone; what was built of it stays in ${slug}/`)
    const written = issues.filter(issue => issue.written.length > 0 && !issue.upToDate)
    const { config, outputDir } = watched.request
    if (isFirst) tell(result, config, outputDir)
    const [only] = written
    const what =
      isFirst || !only || written.length > 1
        ? counted(written.length, isFirst ? 'built' : 'built again', issues)
        : `${only.source.name} built again`
    const counts = formatCounts(messages, silenced.length)
    terminal.info(`${what} in ${seconds(milliseconds)}${counts ? `; ${counts}` : ''}`)
    if (options.json)
      terminal.record({ built: written.map(({ slug }) => slug), milliseconds: Math.round(milliseconds) })
    if (isFirst) terminal.info('Waiting for changes; Ctrl-C ends it.')
    isFirst = false
  }

  const { watch } = await import('../watch/watch.js')
  await watch({
    first: watched,
    reload,
    built,
    signal,
    poll: options.poll ? pollEvery : undefined,
    clock: session.configWorld(options),
    open(config) {
      const world = session.world(options, config)
      if (formats(config).includes('pdf')) void world.startBrowser()
      return world
    },
    unwatched: error => terminal.complain(unwatched(error)),
    failed(error) {
      const reason = error instanceof Error ? error.message : String(error)
      terminal.complain(`Trifold met something it did not expect: ${reason}\nIt goes on at the next change.`)
    },
  })
  terminal.clear()
  return exit.done
}

const seconds = (milliseconds: number): string =>
  `${(milliseconds / 1000).toFixed(milliseconds < 1000 ? 2 : 1)} s`

/** Linux gives a person so many watches (inotify(7), max_user_watches), and an open file for each set of them. */
function unwatched(error: Error): string {
  const code = 'code' in error ? error.code : undefined
  const full = code === 'ENOSPC' || code === 'EMFILE'
  return `Not all is watched: ${error.message}. ${full ? 'The system allows no more watches; with --poll it takes none' : 'With --poll it may go'}.`
}
