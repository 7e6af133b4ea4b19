import { formats as allFormats } from '../article.js'
import { ConfigError } from '../config/config.js'
import { previewApp } from '../preview/app.js'
import { issueBlocks } from '../preview/blocks/issue-blocks.js'
import { editorCall, knownEditors } from '../preview/editor.js'
import { previewState } from '../preview/state.js'
import type { Watched } from '../watch/warm.js'
import { CannotListen, serveHttp } from '../world/http-server.js'
import { readRulesPage } from '../world/own-docs.js'
import { pageFiles } from '../world/page-files.js'
import { sendingWorld } from '../world/sending.js'
import { findProgram, startProgram } from '../world/start-program.js'
import type { World } from '../world.js'
import { type ExitCode, exit, UsageError } from './exit.js'
import { readConfig } from './read-config.js'
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

  async function read(files: Set<string>): Promise<Watched> {
    const { config } = await readConfig(options, session, files)
    const { outputDir } = config
    return {
      configFiles: files,
      request: { config, paths: [], formats: allFormats, cwd, outputDir, force: false },
    }
  }

  let watched = await read(new Set())
  const { config } = watched.request
  const world = session.configWorld(options)
  const state = previewState(config.publication.name, config.outputDir, world.files)
  const token = Buffer.from(sendingWorld(world).random(16)).toString('hex')
  const blocks = issueBlocks({
    sourceOf: state.sourceOf,
    revision: state.revision,
    config: () => watched.request.config,
    world,
  })
  const app = previewApp({
    state,
    blocks,
    token,
    files: world.files,
    outputDir: config.outputDir,
    cwd,
    url: config.publication.url,
    pageFile: pageFiles(pageFolder),
    rulesText: readRulesPage,
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
    const { watch } = await import('../watch/watch.js')
    await watch({
      first: watched,
      async reload() {
        const files = new Set<string>()
        try {
          watched = await read(files)
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
        if (by.formats.includes('pdf')) void opened.startBrowser()
        return opened
      },
      building: () => state.building(),
      unwatched: error => terminal.complain(`Not all is watched: ${error.message}`),
      failed(error) {
        const reason = error instanceof Error ? error.message : String(error)
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
