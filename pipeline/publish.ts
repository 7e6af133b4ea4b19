import { earlierBuilds } from './cache/earlier-builds.js'
import { type TracedWorld, traced } from './cache/trace.js'
import { hasError } from './messages.js'
import { type Passage, resultOf } from './passage.js'
import { type Engine, startEngine } from './render/engine.js'
import type { PublishRequest, PublishResult } from './request.js'
import { folderOf, readAndParse, render, write, writeEarly } from './stages.js'
import { throughIssues } from './through-issues.js'
import { writeOnly } from './world/write-only-cache.js'
import type { World } from './world.js'
import { earlierDownloads } from './write/earlier-report.js'

/**
 * Builds issues: every stage in order, from the files found to the files written.
 *
 * @param shared one of this world, where it serves more than this run
 */
export async function publish(
  request: PublishRequest,
  given: World,
  shared?: Engine,
): Promise<PublishResult> {
  const world = request.force ? { ...given, cache: writeOnly(given.cache) } : given
  const engine = shared ?? startEngine(world)
  const builds = await earlierBuilds(
    // What is to be kept whole is made anew: a record has no trees.
    { ...request, anew: request.force === true || request.keep === true },
    world,
  )
  const search = traced(world)
  const watches = new Map<Passage, TracedWorld>()
  const { issues, messages } = await throughIssues(request, search.world, engine, {
    upToDate: sources => builds.upToDate(sources),
    async prepare(passage) {
      const watch = traced(world)
      watches.set(passage, watch)
      await readAndParse(passage, request, watch.world)
    },
    async finish(passage) {
      const watch = watches.get(passage) ?? traced(world)
      watches.delete(passage)
      const folder = folderOf(passage, request)
      const earlier = await earlierDownloads(folder, watch.world.files)
      const early = request.asReady ? writeEarly(passage, request, world) : undefined
      try {
        await render(passage, request, { ...engine, world: watch.world }, { earlier, ready: early?.ready })
      } catch (error) {
        await early?.account()
        throw error
      }
      await write(passage, request, world)
      await builds.remember(resultOf(passage, false), watch, folder)
    },
  })
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
