import { relative } from 'node:path'
import { type TracedWorld, traced } from '../cache/trace.js'
import { settle } from '../check/settle.js'
import { ConfigError } from '../config/config.js'
import { type LoadedConfig, loadConfig } from '../config/load.js'
import { defaultConfig } from '../config/resolve.js'
import type { IssueOptions } from './on-issues.js'
import { writeReports } from './reports.js'
import type { Session } from './session.js'

/** A config, and what was seen of the disk in finding and reading it. */
export interface ConfigRead extends LoadedConfig {
  readonly seen: TracedWorld
  /** See `loadConfig`. */
  readonly files: ReadonlySet<string>
}

/**
 * Reads the config of a command, and tells what there is to say of it, by the names that other messages have for files.
 * One that cannot be used is in the reports that were asked for, as an article at fault is.
 *
 * @param files see `loadConfig`
 * @throws ConfigError
 */
export async function readConfig(
  options: IssueOptions,
  session: Session,
  files = new Set<string>(),
): Promise<ConfigRead> {
  const { cwd, terminal } = session
  const seen = traced(session.configWorld(options))
  const { world } = seen
  try {
    const { config, messages: found } = await loadConfig(world, { file: options.config, folder: cwd }, files)
    const { messages } = settle(found, { severities: config.severities, strict: options.strict })
    for (const message of messages) message.file = relative(cwd, message.file ?? '')
    messages.forEach(terminal.message)
    return { config, messages, seen, files }
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    for (const message of error.messages) message.file = relative(cwd, message.file ?? '')
    const found = { messages: error.messages, silenced: [], skipped: [], issues: [], texts: new Map() }
    await writeReports(found, options, defaultConfig(cwd), session, world)
    throw error
  }
}
