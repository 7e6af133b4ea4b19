import { join } from 'node:path'
import { type Issue, type Publication, profiles } from '../article.js'
import { utf8 } from '../render/files.js'
import type { Rendition, RenditionFile } from '../render/rendition.js'
import type { Files } from '../world.js'
import { earlierReport } from './earlier-report.js'
import { type IssueReport, issueReport, type Told } from './report.js'
import { writeWhole } from './write.js'

/** An issue that is ready to be written. */
export interface WritableIssue {
  readonly issue: Issue
  readonly renditions: readonly Rendition[]
  readonly told: Told
  /** The issue's folder, absolute. */
  readonly folder: string
  readonly version: string
  readonly publication: Pick<Publication, 'email'>
  readonly files: Files
}

/**
 * Writes each rendition whole, then `report.json`. A rendition that an error stopped leaves what an earlier build wrote.
 *
 * @returns absolute paths of the files of this build
 * @throws WriteFailed
 */
export async function writeIssue({
  issue,
  renditions,
  told,
  folder,
  version,
  publication,
  files,
}: WritableIssue): Promise<string[]> {
  const earlier = await earlierReport(folder, files)
  const report = issueReport(issue, renditions, told, { version, publication }, earlier)
  for (const { files: made } of renditions) await writeWhole(made, folder, files)
  await writeWhole([reportAsFile(report)], folder, files)
  await removeUnused(earlier, report, folder, files)
  return renditions.flatMap(({ files: made }) => made.map(({ path }) => join(folder, path)))
}

/** The account of an issue's build, in its folder. */
export const reportFile = 'report.json'

/** A report as it is written. */
export const reportAsFile = (report: object): RenditionFile => ({
  path: reportFile,
  bytes: utf8(`${JSON.stringify(report, null, 2)}\n`),
})

/** Names that are ours alone: of pictures, and of what is in the folder for a sending service. */
const ours = new RegExp(
  `^(?:(?:${profiles.join('|')})/)?images/[0-9a-f]{16}\\.[a-z]+$|^(?:${profiles.join('|')})/[a-z]+\\.[a-z]+$`,
)

/**
 * Removes pictures that an earlier build wrote and no rendition names any more, and what it wrote for a service that
 * sends the publication no more; nothing that Trifold did not write.
 */
export async function removeUnused(
  earlier: Pick<IssueReport, 'formats'> | undefined,
  now: Pick<IssueReport, 'formats'>,
  folder: string,
  files: Files,
): Promise<void> {
  const paths = (report: Pick<IssueReport, 'formats'>) =>
    Object.values(report.formats).flatMap(entry => entry.files.map(file => file.path))
  const used = new Set(paths(now))
  for (const path of new Set(earlier ? paths(earlier) : [])) {
    if (ours.test(path) && !used.has(path)) await files.remove(join(folder, path))
  }
}
