import { basename, dirname, join } from 'node:path'
import { toHtml } from 'hast-util-to-html'
import { reportPage } from '../../templates/report/report.js'
import { defaultTokens } from '../../templates/tokens.js'
import type { IssueResult } from '../passage.js'
import { utf8 } from '../render/files.js'
import type { Files, World } from '../world.js'
import { writeWhole } from '../write/write.js'
import { accountOf } from './account.js'
import { type IssuePictures, picturesOf } from './pictures/pictures.js'
import type { RunFindings } from './run.js'
import { sarifLog } from './sarif/sarif.js'

/**
 * Writes what a run found as a SARIF log. Addresses in it start from the nearest folder with a `.git`, at `cwd` or above
 * it, which is what code hosts show the files of; without one from `cwd`.
 *
 * @param path absolute
 * @throws WriteFailed
 */
export async function writeSarif(path: string, run: RunFindings, cwd: string, files: Files): Promise<void> {
  const log = sarifLog(run, { cwd, root: (await repositoryAt(cwd, files)) ?? cwd })
  await write(path, `${JSON.stringify(log, null, 2)}\n`, files)
}

/** What a page of a report is made of besides what was found. */
export interface ReportedRun {
  readonly publication: string
  readonly run: RunFindings
  /** Those that were not kept have no pictures. */
  readonly issues: readonly IssueResult[]
}

/** Bytes of pictures, as they stand in the page, after which issues have none: a page has to open in a browser. */
const mostPictures = 12_000_000

/**
 * Writes a run as a page for people, with pictures of each format.
 *
 * @param path absolute
 * @throws WriteFailed
 */
export async function writeReport(
  path: string,
  { publication, run, issues }: ReportedRun,
  world: World,
): Promise<void> {
  const pictures = new Map<IssueResult, IssuePictures>()
  let bytes = 0
  for (const issue of issues) {
    const drawn =
      bytes > mostPictures
        ? { pictures: [], missing: ['No pictures: the page has enough of them. Check this issue by itself.'] }
        : await picturesOf(issue.kept?.renditions ?? [], world)
    bytes += drawn.pictures.reduce((sum, { src }) => sum + src.length, 0)
    pictures.set(issue, drawn)
  }
  // The page is Trifold's own: a theme that a check finds fault with is not what its findings are to be read in.
  const page = reportPage(accountOf(publication, run, issues, pictures), defaultTokens)
  await write(path, toHtml(page, { characterReferences: { useNamedReferences: false } }), world.files)
}

const write = (path: string, text: string, files: Files): Promise<void> =>
  writeWhole([{ path: basename(path), bytes: utf8(text) }], dirname(path), files)

async function repositoryAt(folder: string, files: Files): Promise<string | undefined> {
  for (let at = folder; ; at = dirname(at)) {
    if ((await files.kind(join(at, '.git'))) !== undefined) return at
    if (dirname(at) === at) return undefined
  }
}
