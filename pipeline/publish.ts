import type { Workers } from './begun.js'
import { buildIssue } from './build-issue.js'
import { earlierBuilds } from './cache/earlier-builds.js'
import { traced } from './cache/trace.js'
import { hasError } from './messages.js'
import { type Engine, startEngine } from './render/engine.js'
import type { PublishRequest, PublishResult } from './request.js'
import { throughIssues } from './through-issues.js'
import { writeOnly } from './world/write-only-cache.js'
import type { World } from './world.js'

/** What a run shares with others, or with other threads. */
export interface Shared {
  /** One of this world, where it serves more than this run. */
  readonly engine?: Engine
  /** Opens threads for so many issues; undefined where they would not pay. */
  readonly workers?: (issues: number, engine: Engine) => Promise<Workers | undefined>
}

/**
 * Builds issues: every stage in order, from the files found to the files written.
 *
 */
export async function publish(
  request: PublishRequest,
  given: World,
  { engine: shared, workers: open }: Shared = {},
): Promise<PublishResult> {
  const world = request.force ? { ...given, cache: writeOnly(given.cache) } : given
  const engine = shared ?? startEngine(world)
  const builds = await earlierBuilds(
    // What is to be kept whole is made anew: a record has no trees.
    { ...request, anew: request.force === true || request.keep === true },
    world,
  )
  const search = traced(world)
  let workers: Workers | undefined
  const { issues, messages } = await throughIssues(request, search.world, {
    upToDate: sources => builds.upToDate(sources),
    async expect(count) {
      engine.warmUp(request.formats, request.config.publication)
      workers = await open?.(count, engine)
    },
    begin: source => workers?.begin(source) ?? buildIssue(source, request, world, engine),
    finished: async ({ record }) => record && builds.remember(record),
    atOnce: () => workers?.atOnce ?? 2,
  }).finally(() => workers?.close())
  // Those tell of all issues, and a shard knows its own alone.
  const site = request.shard
    ? { written: [], messages: [], upToDate: true }
    : await builds.around(issues, async watched => {
        const { publishSite } = await import('./site/publish-site.js')
        return publishSite({ ...request, issues }, watched)
      })
  const run = await builds.settle(issues, search)
  return {
    issues,
    site: site.upToDate ? [] : site.written,
    messages: [...messages, ...site.messages],
    ...(run && !hasError(messages) ? { run } : {}),
  }
}
