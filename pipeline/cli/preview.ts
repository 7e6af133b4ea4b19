import { ConfigError } from '../config/config.js'
import { loadConfig } from '../config/load.js'
import { previewApp } from '../preview/app.js'
import { issueBlocks } from '../preview/blocks/issue-blocks.js'
import { editorCall, knownEditors } from '../preview/editor.js'
import { previewState } from '../preview/state.js'
import { themeDesk } from '../preview/theme-desk.js'
import { keptToken } from '../preview/token.js'
import { findIssues } from '../read/find.js'
import type { Watched } from '../watch/warm.js'
import { cacheFolder } from '../world/cache-folder.js'
import { CannotListen, serveHttp } from '../world/http-server.js'
import { packageDocs } from '../world/package-docs.js'
import { pageFiles } from '../world/page-files.js'
import { sendingWorld } from '../world/sending.js'
import { findProgram, startProgram } from '../world/start-program.js'
import type { World } from '../world.js'
import { type ExitCode, exit, UsageError } from './exit.js'
import { readConfig } from './read-config.js'
import { previewSending } from './sending/preview-sending.js'
import type { CommonOptions, Session } from './session.js'

/** What `trifold preview` takes. */
export interface PreviewOptions extends CommonOptions {
  readonly port?: string
  readonly poll?: boolean
}

/** Milliseconds between two looks with `--poll`. */
const pollEvery = 250

/** `trifold preview`: a page on this machine that shows every format, and is built anew with every save, until it is ended. */
export async function preview(
  options: PreviewOptions,
  session: Session,
  pageFolder?: string,
): Promise<ExitCode> {
  const { terminal, cwd, signal } = session
  const port = Number(options.port ?? 4280)
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new UsageError(`--port: expected a number from 0 to 65535, found ${options.port}`)

  const world = session.configWorld(options)
  let again = () => {}
  let told = () => {}
  const theme = themeDesk(world.files, cwd, { again: () => again(), told: () => told() })

  async function read(files: Set<string>): Promise<Watched> {
    const read = await readConfig(options, session, files)
    await theme.took(read.config)
    const tokens = theme.changes()
    const tried = { file: options.config, folder: cwd, tokens }
    // By the same way as the config is read when they are saved, so that what is seen is what would be built then.
    const { config } = Object.keys(tokens).length === 0 ? read : await loadConfig(world, tried, files)
    const { outputDir } = config
    return {
      configFiles: files,
      request: { config, paths: [], formats: config.formats, cwd, outputDir, force: false },
    }
  }

  let watched = await read(new Set())
  const { config } = watched.request
  let building: World = world
  const { time, ...rest } = sendingWorld(world)
  const state = previewState(config.publication.name, config.outputDir, world.files, time)
  told = () => {
    const shown = theme.shown()
    if (shown) state.settled(watched.request.config.publication.name, shown)
  }
  told()
  const token = await keptToken(config.root, cacheFolder(world.env), rest)
  const blocks = issueBlocks({
    sourceOf: state.sourceOf,
    revision: state.revision,
    config: () => watched.request.config,
    world,
  })
  const app = previewApp({
    state,
    blocks,
    theme,
    token,
    files: world.files,
    outputDir: config.outputDir,
    cwd,
    config: () => watched.request.config,
    world: () => building,
    docs: packageDocs,
    sending: previewSending(options, session, () => watched.request.config),
    pageFile: pageFiles(pageFolder),
    signal,
    async openEditor(path, line) {
      const { env } = session
      const { program, args } = editorCall(path, line, env, await findProgram(knownEditors, env))
      await startProgram(program, args, env)
    },
  })
  const server = await serveHttp({ fetch: app.fetch, host: '127.0.0.1', port }).catch((error: unknown) => {
    throw error instanceof CannotListen ? new UsageError(error.message) : error
  })
  try {
    terminal.print(`${server.origin}/${token}/`)
    terminal.info('Open that address. It shows what is built, and follows what you save; Ctrl-C ends it.')
    state.found((await findIssues(watched.request, world)).sources)
    const { watch } = await import('../watch/watch.js')
    await watch({
      first: watched,
      async reload() {
        const files = new Set<string>()
        try {
          watched = await read(files)
          state.fault([])
          told()
        } catch (error) {
          if (!(error instanceof ConfigError)) throw error
          state.fault(error.messages)
          watched = { ...watched, configFiles: new Set([...watched.configFiles, ...files]) }
        }
        return watched
      },
      built({ result, gone, milliseconds }) {
        void state.built(
          result,
          [...gone.values()].map(({ slug }) => slug),
          milliseconds,
        )
      },
      signal,
      poll: options.poll ? pollEvery : undefined,
      clock: world,
      open(by) {
        const opened = telling(session.world(options, by), state.wrote)
        building = opened
        if (by.formats.includes('pdf')) void opened.startBrowser()
        return opened
      },
      asks(ask) {
        again = ask
      },
      building: () => state.building(),
      idle: () => state.idle(),
      unwatched: error => terminal.complain(`Not all is watched: ${error.message}`),
      failed(error) {
        const reason = error instanceof Error ? error.message : String(error)
        state.failed(reason)
        terminal.complain(
          `Trifold met something it did not expect: ${reason}\nIt goes on at the next change.`,
        )
      },
    })
  } finally {
    await server.close()
  }
  terminal.clear()
  return exit.done
}

/** A world that tells of every file it writes. */
const telling = (world: World, wrote: (path: string, bytes: number) => void): World => ({
  ...world,
  files: {
    ...world.files,
    async write(path, bytes) {
      await world.files.write(path, bytes)
      wrote(path, bytes.byteLength)
    },
  },
})
