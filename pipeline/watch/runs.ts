import { publish } from '../publish.js'
import { findIssues, type IssueSource } from '../read/find.js'
import type { PublishRequest, PublishResult } from '../request.js'
import { both, type Todo, touched } from './touched.js'
import type { Warm } from './warm.js'

/** A run that came to its end. */
export interface Run {
  readonly result: PublishResult
  /** Issues that are there no more, by the name of their source. */
  readonly gone: ReadonlyMap<string, { readonly slug: string }>
  readonly milliseconds: number
}

/** Runs of a watch. Each knows what those before it left to be done. */
export interface Runs {
  /**
   * Builds what a change touches, and what earlier runs have left.
   *
   * @param paths what has changed, absolute
   * @returns undefined where there is nothing to build
   * @throws the signal's reason when it is aborted; what was to be built is left to the next run
   */
  build(warm: Warm, paths: Iterable<string>, signal: AbortSignal): Promise<Run | undefined>
  /** Has everything built by the next run. */
  restart(): void
}

/** At most so many issues have each rendition written as soon as it is there: more are done sooner side by side. */
const few = 2

/** Begins with everything to be built. */
export function startRuns(): Runs {
  let left: Todo = 'all'
  let isFirst = true
  let sources: readonly IssueSource[] = []
  const gone = new Map<string, { readonly slug: string }>()
  const slugs = new Map<string, string>()

  /** The request for some of the issues. */
  function forSome(todo: ReadonlySet<string>, request: PublishRequest): PublishRequest {
    const others = sources.filter(({ path }) => !todo.has(path))
    return {
      ...request,
      paths: sources.flatMap(({ path }) => (todo.has(path) ? path : [])),
      taken: new Map(
        others.flatMap(({ path, name }) => {
          const slug = slugs.get(path)
          return slug === undefined ? [] : [[slug, name] as const]
        }),
      ),
    }
  }

  async function build(warm: Warm, paths: Iterable<string>, signal: AbortSignal): Promise<Run | undefined> {
    const { world, engine, request } = warm
    const { sources: now } = await findIssues(request, world)
    left = both(left, touched({ paths, before: sources, now }))
    const there = new Set(now.map(({ path }) => path))
    for (const { path, name, slug } of sources)
      if (!there.has(path)) gone.set(name, { slug: slugs.get(path) ?? slug })
    for (const { name } of now) gone.delete(name)
    sources = now
    const todo = left
    const count = todo === 'all' ? now.length : todo.size
    if (todo !== 'all' && count === 0) return undefined
    const began = world.now()
    const asked = todo === 'all' ? request : forSome(todo, request)
    // At first nobody waits for one article more than for another, and side by side all are there sooner.
    const how = isFirst ? {} : { force: false, onlyNews: true, asReady: count <= few }
    const result = await publish({ ...asked, ...how, signal }, world, { engine })
    isFirst = false
    const clash = result.messages.some(({ ruleId }) => ruleId === 'slug-taken')
    const moved = result.issues.some(({ source, slug }) => (slugs.get(source.path) ?? slug) !== slug)
    // Which of two has a slug is settled among all of them, and the archive drops one that none has any more.
    left = clash ? 'all' : new Set()
    if ((clash || moved) && todo !== 'all') {
      left = 'all'
      const whole = await build(warm, [], signal)
      return whole && { ...whole, result: together(result, whole.result) }
    }
    if (todo === 'all') slugs.clear()
    for (const { source, title, draft, slug } of result.issues) {
      if (title !== undefined && !draft) slugs.set(source.path, slug)
      else slugs.delete(source.path)
    }
    const run = { result, gone: new Map(gone), milliseconds: world.now() - began }
    gone.clear()
    return run
  }

  return {
    build,
    restart() {
      left = 'all'
    },
  }
}

/** What some issues came to, and then all: those that were up to date by then were built before. */
function together(some: PublishResult, all: PublishResult): PublishResult {
  const built = new Map(some.issues.map(issue => [issue.source.path, issue]))
  return {
    ...all,
    issues: all.issues.map(issue => (issue.upToDate && built.get(issue.source.path)) || issue),
    messages: [...some.messages, ...all.messages],
  }
}
