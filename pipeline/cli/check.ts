import { resolve } from 'node:path'
import { type CheckResult, checkIssues } from '../check-issues.js'
import { loadConfig } from '../config/load.js'
import { raised } from '../messages.js'
import { codeOf, type ExitCode } from './exit.js'
import { formatCounts } from './format-message.js'
import type { CommonOptions, Session } from './session.js'

/** What `trifold check` takes. */
export interface CheckOptions extends CommonOptions {
  readonly strict?: boolean
}

/** `trifold check [PATH...]`: makes every format and says what is wrong with it. */
export async function check(
  paths: readonly string[],
  options: CheckOptions,
  session: Session,
): Promise<ExitCode> {
  const { terminal, cwd } = session
  const started = session.now()
  const from = { file: options.config, folder: cwd }
  const { config, messages } = await loadConfig(session.configWorld(options), from)
  messages.forEach(terminal.message)
  const world = session.world(options, config)
  try {
    const request = {
      config,
      paths: paths.filter(path => path !== '-').map(path => resolve(cwd, path)),
      formats: config.formats,
      cwd,
      signal: session.signal,
      ...(options.strict ? { strict: true } : {}),
      ...(paths.includes('-') ? { input: await session.readInput() } : {}),
    }
    const result = await checkIssues(request, world)
    terminal.clear()
    for (const message of result.skipped)
      options.json ? terminal.message(message) : terminal.info(message.reason)
    const all = [...(options.strict ? raised([...messages]) : messages), ...result.messages]
    const seconds = ((session.now() - started) / 1000).toFixed(1)
    terminal.info(`${summary(result)} in ${seconds} s; ${formatCounts(all) || 'nothing wrong'}`)
    return codeOf(all)
  } finally {
    await world.close()
  }
}

function summary({ issues }: CheckResult): string {
  const checked = issues.filter(issue => issue.issue && !issue.draft).length
  const drafts = issues.filter(issue => issue.draft).length
  const counted = `${checked} ${checked === 1 ? 'issue' : 'issues'} checked`
  return drafts > 0 ? `${counted}, ${drafts} ${drafts === 1 ? 'draft' : 'drafts'} left out` : counted
}
