import { join, relative, resolve } from 'node:path'
import type { VFileMessage } from 'vfile-message'
import { messageOf } from '../cache/recorded-message.js'
import type { Config } from '../config/config.js'
import { finding } from '../messages.js'
import { publishSite } from '../site/publish-site.js'
import type { World } from '../world.js'
import { earlierReport } from '../write/earlier-report.js'
import { overEarlier } from '../write/report.js'
import { WriteFailed, writeWhole } from '../write/write.js'
import { removeUnused, reportAsFile } from '../write/write-issue.js'
import type { AccountedIssue, AccountedMessage } from './account.js'
import { checkSet, checkSlugs } from './check-set.js'
import { readIssueFiles, ShardFault } from './issue-files.js'
import { type BuiltShard, readShards } from './read-shards.js'
import { bySource } from './share.js'
import { ownTerms } from './terms.js'

/** What is merged, and into what. */
export interface MergeRequest {
  readonly config: Config
  /** The files that the config was read from, absolute. */
  readonly configFiles: ReadonlySet<string>
  /** The output folders of the shards, absolute, in any order. */
  readonly folders: readonly string[]
  /** Absolute. */
  readonly outputDir: string
  /** Names in messages are relative to it. Absolute. */
  readonly cwd: string
  readonly signal?: AbortSignal
}

/** What came of a merge. */
export interface MergeResult {
  /** What was written, and drafts; none where the shards cannot be merged. */
  readonly issues: readonly { readonly draft: boolean; readonly written: readonly string[] }[]
  /** Absolute paths of the pages around the issues. */
  readonly site: readonly string[]
  /** What was found in merging, and what the shards were told, in the order of the sources; told already. */
  readonly messages: readonly VFileMessage[]
}

/** An issue of a shard. */
interface Piece {
  readonly shard: BuiltShard
  readonly issue: AccountedIssue
}

/**
 * Makes of the output folders of all shards what one build writes: each issue's folder, whole or not at all, and the pages
 * around them. Nothing is written before all of it has been looked at and found sound.
 */
export async function mergeShards(request: MergeRequest, world: World): Promise<MergeResult> {
  const { config, cwd, outputDir, signal } = request
  const { files, log } = world
  const refused = (messages: readonly VFileMessage[]): MergeResult => {
    messages.forEach(log.message)
    return { issues: [], site: [], messages }
  }
  const { shards, messages: unread } = await readShards(request.folders, cwd, files)
  const [first] = shards
  if (unread.length > 0 || !first) return refused(unread)
  const inSet = checkSet(shards, await ownTerms(request, files))
  if (inSet.length > 0) return refused(inSet)
  const pieces = inOrder(shards)
  const issues = pieces.map(({ issue }) => issue)
  const taken = checkSlugs(issues, source => relative(cwd, resolve(config.contentDir, source)))
  if (taken.length > 0) return refused(taken)
  const faults = await checkFiles(pieces, world, signal)
  if (faults.length > 0) return refused(faults)

  const messages: VFileMessage[] = first.account.messages.map(told)
  messages.forEach(log.message)
  const merged: { draft: boolean; written: readonly string[] }[] = []
  for (const [at, piece] of pieces.entries()) {
    signal?.throwIfAborted()
    const { written, messages: found } = await mergeIssue(piece, request, world)
    found.forEach(log.message)
    messages.push(...found)
    merged.push({ draft: piece.issue.draft, written })
    log.progress('merging', (at + 1) / pieces.length)
  }
  const { formats, strict } = first.account.terms
  const site = await publishSite(
    {
      config,
      formats,
      strict,
      outputDir,
      cwd,
      paths: first.account.whole ? [] : issues.map(({ source }) => resolve(config.contentDir, source)),
      issues: issues.map(({ slug, draft, title }) => ({
        slug,
        draft,
        ...(title === undefined ? {} : { title }),
      })),
    },
    world,
  )
  return { issues: merged, site: site.written, messages: [...messages, ...site.messages] }
}

/** The issues of all shards, in the order of their sources. */
const inOrder = (shards: readonly BuiltShard[]): Piece[] =>
  shards
    .flatMap(shard => shard.account.issues.map(issue => ({ shard, issue })))
    .sort((a, b) => bySource(a.issue.source, b.issue.source))

/** Whether there is a folder of it. */
const isWritten = ({ title, draft }: AccountedIssue): boolean => title !== undefined && !draft

async function checkFiles(
  pieces: readonly Piece[],
  { files }: World,
  signal: AbortSignal | undefined,
): Promise<VFileMessage[]> {
  const found: VFileMessage[] = []
  for (const { shard, issue } of pieces) {
    signal?.throwIfAborted()
    if (!isWritten(issue)) continue
    try {
      await readIssueFiles(shard, issue.slug, files)
    } catch (error) {
      found.push(faultOf(error, shard))
    }
  }
  return found
}

async function mergeIssue(
  { shard, issue }: Piece,
  { outputDir, cwd }: MergeRequest,
  { files }: World,
): Promise<{ written: readonly string[]; messages: readonly VFileMessage[] }> {
  const messages = issue.messages.map(told)
  if (!isWritten(issue)) return { written: [], messages }
  const folder = join(outputDir, issue.slug)
  try {
    const { report: built, files: made } = await readIssueFiles(shard, issue.slug, files)
    const earlier = await earlierReport(folder, files)
    const report = { ...built, formats: overEarlier(built.formats, earlier) }
    await writeWhole([...made, reportAsFile(report)], folder, files)
    await removeUnused(earlier, report, folder, files)
    return { written: made.map(({ path }) => join(folder, path)), messages }
  } catch (error) {
    const fault =
      error instanceof WriteFailed
        ? finding('output-unwritable', error.message, { file: relative(cwd, folder) })
        : faultOf(error, shard)
    return { written: [], messages: [...messages, fault] }
  }
}

function faultOf(error: unknown, { name }: BuiltShard): VFileMessage {
  if (!(error instanceof ShardFault)) throw error
  return finding('shard-file', error.message, { file: name })
}

/** What a shard was told, to be told again. */
const told = ({ severity, line, column, ...message }: AccountedMessage): VFileMessage =>
  messageOf({
    ...message,
    ...(line === undefined ? {} : { place: { line, column: column ?? 1 } }),
    source: 'trifold',
    ...(severity === 'info' ? {} : { fatal: severity === 'error' }),
  })
