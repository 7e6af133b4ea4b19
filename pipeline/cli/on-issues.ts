import { resolve } from 'node:path'
import type { VFileMessage } from 'vfile-message'
import type { Format } from '../article.js'
import type { Config } from '../config/config.js'
import type { IssueResult } from '../passage.js'
import type { StageRequest } from '../request.js'
import type { World } from '../world.js'
import { codeOf, type ExitCode } from './exit.js'
import { formatCounts } from './format-message.js'
import { optimiseLate } from './optimise-late.js'
import { type ConfigRead, readConfig } from './read-config.js'
import { type ReportOptions, writeReports } from './reports.js'
import type { CommonOptions, Session } from './session.js'

/** What the commands that work on issues take. */
export interface IssueOptions extends CommonOptions, ReportOptions {
  readonly strict?: boolean
}

/** What a command did with the issues. */
export interface Outcome {
  readonly messages: readonly VFileMessage[]
  readonly issues: readonly IssueResult[]
  /** Checks that could not be made. */
  readonly skipped?: readonly VFileMessage[]
  /** What was done, for the last line: `3 issues built`. */
  readonly summary: string
}

/** A command that works on issues. */
export interface IssueWork {
  /** The formats that are made. @throws UsageError */
  formats(config: Config): readonly Format[]
  run(request: StageRequest, world: World, read: ConfigRead): Promise<Outcome>
  /** What the last line says where no message is counted. */
  readonly sound?: string
}

/** Reads the config, does the work on the issues that the arguments name, and sums up. */
export async function onIssues(
  paths: readonly string[],
  options: IssueOptions,
  session: Session,
  { formats, run, sound }: IssueWork,
): Promise<ExitCode> {
  optimiseLate()
  const { terminal, cwd } = session
  const started = session.now()
  const read = await readConfig(options, session)
  const { config, messages } = read
  const world = session.world(options, config)
  try {
    const request: StageRequest = {
      config,
      paths: paths.filter(path => path !== '-').map(path => resolve(cwd, path)),
      formats: formats(config),
      cwd,
      signal: session.signal,
      ...(options.strict ? { strict: true } : {}),
      // The reports show the lines and pictures of every finding.
      ...(options.sarif !== undefined || options.report !== undefined ? { keep: true } : {}),
      ...(paths.includes('-') ? { input: await session.readInput() } : {}),
    }
    // It takes as long to start as what works on the issues to load: both at once.
    if (request.formats.includes('pdf')) await world.startBrowser()
    const outcome = await run(request, world, read)
    const { issues, skipped = [] } = outcome
    const silenced = issues.flatMap(issue => issue.silenced)
    if (options.verbose) silenced.forEach(terminal.silenced)
    const told = [...messages, ...outcome.messages]
    const findings = { messages: told, silenced, skipped, issues, texts: textsOf(issues) }
    const all = [...told, ...skipped, ...(await writeReports(findings, options, config, session, world))]
    const seconds = ((session.now() - started) / 1000).toFixed(1)
    const said = formatCounts(all, silenced.length) || sound
    terminal.info(`${outcome.summary} in ${seconds} s${said ? `; ${said}` : ''}`)
    return codeOf(all)
  } finally {
    await world.close()
  }
}

const textsOf = (issues: readonly IssueResult[]): ReadonlyMap<string, string> =>
  new Map(issues.flatMap(({ kept }) => [...(kept?.texts ?? [])]))
