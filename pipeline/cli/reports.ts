import { resolve } from 'node:path'
import type { VFileMessage } from 'vfile-message'
import type { Config } from '../config/config.js'
import { finding } from '../messages.js'
import type { IssueResult } from '../passage.js'
import type { RunFindings } from '../report/run.js'
import { version } from '../version.js'
import type { World } from '../world.js'
import { WriteFailed } from '../write/write.js'
import type { Session } from './session.js'

/** Files that a command leaves of what it found. */
export interface ReportOptions {
  readonly sarif?: string
  readonly report?: string
}

/** What a command found. */
export interface Found extends Omit<RunFindings, 'severities' | 'version'> {
  readonly issues: readonly IssueResult[]
}

/** Writes the files that were asked for. @returns what went wrong in that, told already */
export async function writeReports(
  { issues, ...found }: Found,
  { sarif, report }: ReportOptions,
  { severities = {}, publication }: Config,
  { cwd, terminal }: Session,
  world: World,
): Promise<VFileMessage[]> {
  if (sarif === undefined && report === undefined) return []
  const { writeReport, writeSarif } = await import('../report/write-reports.js')
  const run: RunFindings = { ...found, severities, version: version() }
  const messages: VFileMessage[] = []
  const writing = async (file: string | undefined, write: (path: string) => Promise<void>) => {
    if (file === undefined) return
    try {
      await write(resolve(cwd, file))
      terminal.print(file)
    } catch (error) {
      if (!(error instanceof WriteFailed)) throw error
      messages.push(finding('output-unwritable', error.message, { file }))
    }
  }
  await writing(sarif, path => writeSarif(path, run, cwd, world.files))
  await writing(report, path => writeReport(path, { publication: publication.name, run, issues }, world))
  messages.forEach(terminal.message)
  return messages
}
