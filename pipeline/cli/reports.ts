import { resolve } from 'node:path'
import type { VFileMessage } from 'vfile-message'
import type { Config } from '../config/config.js'
import { finding } from '../messages.js'
import type { IssueResult } from '../passage.js'
import type { RunFindings } from '../report/run.js'
import { version } from '../version.js'
import type { Files, World } from '../world.js'
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
  const texts = new Map([...found.texts, ...(await configTexts(found.messages, cwd, world.files))])
  const run: RunFindings = { ...found, texts, severities, version: version() }
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

/** The texts of configs that messages are about: no issue was read from them. */
async function configTexts(
  messages: readonly VFileMessage[],
  cwd: string,
  files: Files,
): Promise<[string, string][]> {
  const names = new Set(
    messages.flatMap(({ file }) => (file && /\.(?:ya?ml|[cm]?[jt]s)$/.test(file) ? file : [])),
  )
  const texts: [string, string][] = []
  for (const name of names) {
    const path = resolve(cwd, name)
    // That one cannot be read may be just what its message says.
    const bytes = await files.read(path).catch(() => undefined)
    if (bytes) texts.push([name, new TextDecoder().decode(bytes)])
  }
  return texts
}
