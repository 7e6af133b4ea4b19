import type { Begun } from './begun.js'
import { recordOf } from './cache/record-of.js'
import { traced } from './cache/trace.js'
import { type IssueResult, type Passage, resultOf, start } from './passage.js'
import type { IssueSource } from './read/find.js'
import type { Engine } from './render/engine.js'
import { notMade } from './render/not-made.js'
import type { PublishRequest } from './request.js'
import { folderOf, readAndParse, render, write, writeEarly } from './stages.js'
import type { World } from './world.js'
import { earlierDownloads } from './write/earlier-report.js'

/** Takes one issue through the stages of a build: to where its slug is known, and then to the files written. */
export async function buildIssue(
  source: IssueSource,
  request: PublishRequest,
  world: World,
  engine: Engine,
): Promise<Begun> {
  const passage = start(source)
  const watch = traced(world)
  await readAndParse(passage, request, watch.world)
  const { slug, draft } = passage
  return {
    claimant: Promise.resolve({ slug, draft, isIssue: passage.issue !== undefined }),
    async finish(told) {
      passage.messages.push(...told)
      // The folder is another issue's: its files and its report stay as they are.
      if (told.length > 0) return { result: unmade(passage, request) }
      const folder = folderOf(passage, request)
      const earlier = await earlierDownloads(folder, watch.world.files)
      const early = request.asReady ? writeEarly(passage, request, world) : undefined
      try {
        await render(passage, request, { ...engine, world: watch.world }, { earlier, ready: early?.ready })
      } catch (error) {
        await early?.account()
        throw error
      }
      await write(passage, request, watch.world)
      const result = resultOf(passage, request.keep === true)
      const record = await recordOf(result, watch, request.formats, folder, world.files)
      return { result, ...(record ? { record } : {}) }
    },
  }
}

/** An issue of which nothing is made or written. */
function unmade(passage: Passage, { formats, keep }: PublishRequest): IssueResult {
  passage.renditions = formats.map(notMade)
  return resultOf(passage, keep === true)
}
