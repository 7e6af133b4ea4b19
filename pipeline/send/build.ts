import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { EmailParts } from '../render/email/parts.js'
import type { Files } from '../world.js'
import type { IssueReport, ReportedFile } from '../write/report.js'
import { readParts } from './compose/read-parts.js'
import type { KeptBuild } from './ledger.js'
import { linksOf } from './links/counted-links.js'

/** A build that can be sent: the issue's folder, as it was written. */
export interface Build extends KeptBuild {
  readonly report: IssueReport
  readonly parts: EmailParts
  readonly links: readonly string[]
}

/** A build cannot be sent. The message says why, and what to do. */
export class BuildRefused extends Error {
  override name = 'BuildRefused'
}

/** The account of a build. */
export const reportFile = 'report.json'
/** What a message is made of. */
export const partsFile = 'email.parts.json'

/** What names a build: a digest of its report, which has the digest of every file. */
export const digestOf = (report: Uint8Array): string => createHash('sha256').update(report).digest('hex')

/** So many digits of a digest are shown, and asked for: nobody has two builds of an issue that share them. */
export const shownDigits = 12

/**
 * Reads the build of an issue, and holds every file against the report.
 *
 * @param folder the issue's, absolute
 * @param name what people call it
 * @throws BuildRefused where it is not whole, or not as it was built
 */
export async function readBuild(folder: string, name: string, files: Files): Promise<Build> {
  const reportPath = join(folder, reportFile)
  if ((await files.kind(reportPath)) !== 'file')
    throw new BuildRefused(
      `There is no build of ${name}: expected ${reportPath}. Run \`trifold build\` first.`,
    )
  const bytes = await files.read(reportPath)
  const report = readReport(bytes, reportPath)
  const email = report.formats.email
  if (!email || email.state === 'none')
    throw new BuildRefused(
      `The build of ${name} has no email. Run \`trifold build\` with email among the formats.`,
    )
  if (email.state === 'stale')
    throw new BuildRefused(
      `The email of ${name} is of an earlier build, since an error stopped the last one. Mend that, and build again.`,
    )
  const kept = new Map([[reportFile, bytes]])
  for (const file of Object.values(report.formats).flatMap(format => format?.files ?? [])) {
    const content = await ofReport(folder, file, files)
    if (email.files.includes(file) && !/^email\.(?:html|txt|eml)$/.test(file.path))
      kept.set(file.path, content)
  }
  return buildOf(kept)
}

/**
 * A build from what the ledger, or another machine, kept of it.
 *
 * @param links as they are kept: what was sent leads by these numbers, whatever would be found today
 * @throws BuildRefused where it is not whole
 */
export function buildOf(files: ReadonlyMap<string, Uint8Array>, links?: readonly string[]): Build {
  const bytes = files.get(reportFile)
  const parts = files.get(partsFile)
  if (!bytes || !parts)
    throw new BuildRefused(`The build has no ${bytes ? partsFile : reportFile}. Build it again.`)
  const report = readReport(bytes, reportFile)
  for (const file of report.formats.email?.files ?? []) {
    const content = files.get(file.path)
    if (content && sha256(content) !== file.sha256) throw new BuildRefused(isChanged(file.path))
  }
  const read = readParts(parts)
  return {
    digest: digestOf(bytes),
    slug: report.slug,
    title: report.title,
    files,
    report,
    parts: read,
    // Nothing is counted of an email that does not say so.
    links: read.countsLinks ? (links ?? linksOf(read)) : [],
  }
}

async function ofReport(
  folder: string,
  { path, sha256: expected }: ReportedFile,
  files: Files,
): Promise<Uint8Array> {
  const file = join(folder, path)
  if ((await files.kind(file)) !== 'file')
    throw new BuildRefused(`${file} is not there, and the report of the build names it. Build it again.`)
  const content = await files.read(file)
  if (sha256(content) !== expected) throw new BuildRefused(isChanged(file))
  return content
}

const isChanged = (path: string) =>
  `${path} is not as it was built. What is sent is what was checked: build it again, and look at it.`

export const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

function readReport(bytes: Uint8Array, path: string): IssueReport {
  try {
    const report: unknown = JSON.parse(new TextDecoder().decode(bytes))
    if (isReport(report)) return report
  } catch {
    // Told below.
  }
  throw new BuildRefused(`${path} is not the report of a build. Build the issue again.`)
}

const isReport = (value: unknown): value is IssueReport =>
  typeof value === 'object' &&
  value !== null &&
  'slug' in value &&
  typeof value.slug === 'string' &&
  'title' in value &&
  typeof value.title === 'string' &&
  'messages' in value &&
  Array.isArray(value.messages) &&
  'formats' in value &&
  typeof value.formats === 'object' &&
  value.formats !== null &&
  Object.values(value.formats).every(format => Array.isArray(format?.files) && format.files.every(isFile))

/** A path that leads out of the folder was not written by a build. */
const isFile = (file: unknown): boolean =>
  typeof file === 'object' &&
  file !== null &&
  'path' in file &&
  typeof file.path === 'string' &&
  !/(?:^|[/\\])\.\.(?:[/\\]|$)|^[/\\]|^[a-z]:/i.test(file.path) &&
  'sha256' in file &&
  typeof file.sha256 === 'string'
