import { join, relative } from 'node:path'
import { finding } from '../messages.js'
import { publish, type Shared } from '../publish.js'
import { findIssues } from '../read/find.js'
import { utf8 } from '../render/files.js'
import type { PublishRequest, PublishResult } from '../request.js'
import type { World } from '../world.js'
import { reportedMessage } from '../write/report.js'
import { WriteFailed, writeWhole } from '../write/write.js'
import { accountFile, digestOfSources, type ShardAccount } from './account.js'
import { type Shard, sourceName } from './share.js'
import { shardTerms } from './terms.js'

/** A build of a shard. */
export interface ShardRequest extends PublishRequest {
  readonly shard: Shard
}

/**
 * Builds a shard's share of the issues, and leaves an account of it when that is done: a build that is ended before leaves
 * none, not even that of an earlier one.
 *
 * @param configFiles the files that the config was read from, absolute
 * @param shared see `publish`
 */
export async function publishShard(
  request: ShardRequest,
  configFiles: ReadonlySet<string>,
  world: World,
  shared: Shared = {},
): Promise<PublishResult> {
  const { outputDir, cwd } = request
  const path = join(outputDir, accountFile)
  // Where it cannot be removed it cannot be written either, which is told.
  await world.files.remove(path).catch(() => undefined)
  const result = await publish(request, world, shared)
  const account = await accountOf(request, configFiles, result, world)
  try {
    const bytes = utf8(`${JSON.stringify(account, null, 1)}\n`)
    await writeWhole([{ path: accountFile, bytes }], outputDir, world.files)
    return result
  } catch (error) {
    if (!(error instanceof WriteFailed)) throw error
    const message = finding('output-unwritable', error.message, { file: relative(cwd, path) })
    world.log.message(message)
    return { ...result, messages: [...result.messages, message] }
  }
}

async function accountOf(
  request: ShardRequest,
  configFiles: ReadonlySet<string>,
  { issues, messages }: PublishResult,
  world: World,
): Promise<ShardAccount> {
  const { shard, paths, config } = request
  const { shard: _, ...whole } = request
  const { sources } = await findIssues(whole, world)
  const nameOf = ({ path }: { readonly path: string }) => sourceName(path, config.contentDir)
  const ofIssues = new Set(issues.flatMap(issue => issue.messages))
  return {
    shard: shard.number,
    of: shard.of,
    terms: await shardTerms({ ...request, configFiles }, world),
    sources: digestOfSources(sources.map(nameOf)),
    whole: paths.length === 0,
    issues: issues.map(({ source, slug, title, draft, messages: told }) => ({
      source: nameOf(source),
      slug,
      ...(title === undefined ? {} : { title }),
      draft,
      messages: told.map(reportedMessage),
    })),
    messages: messages.filter(message => !ofIssues.has(message)).map(reportedMessage),
  }
}
