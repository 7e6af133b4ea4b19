import type { VFileMessage } from 'vfile-message'
import type { Begun, Claimant, Finished } from './begun.js'
import { inOrder } from './in-order.js'
import { finding } from './messages.js'
import type { IssueResult } from './passage.js'
import { findIssues, type IssueSource } from './read/find.js'
import type { PublishResult, StageRequest } from './request.js'
import type { World } from './world.js'

/** What is done with the issues. */
export interface Stages {
  /** The issues that nothing is done with, and what came of them. */
  upToDate?(sources: readonly IssueSource[]): Promise<ReadonlyMap<IssueSource, IssueResult>>
  /** Told once how many there are to be made, where there are some. */
  expect(sources: number): Promise<void>
  /** Begins an issue; one after another, in their order. */
  begin(source: IssueSource): Promise<Begun>
  /** Told of each that was made, in no order. */
  finished?(finished: Finished): Promise<void>
  /** Issues under way at a time; two by default: while one waits for the browser, another is bound. */
  atOnce?(): number
}

/** Finds the issues and takes each through its stages, telling of them in their order. */
export async function throughIssues(
  request: StageRequest,
  world: World,
  stages: Stages,
): Promise<PublishResult> {
  const newsOf = ({ upToDate, messages }: IssueResult) => (request.onlyNews && upToDate ? [] : messages)
  const found = await findIssues(request, world)
  found.messages.forEach(world.log.message)
  const before = (await stages.upToDate?.(found.sources)) ?? new Map<IssueSource, IssueResult>()
  if (before.size < found.sources.length) await stages.expect(found.sources.length - before.size)
  const claims = slugClaims(request.taken)
  const issues = await inOrder(
    found.sources,
    {
      async prepare(source) {
        const result = before.get(source)
        if (result) {
          const { slug, draft } = result
          const claim = claims.next(source, Promise.resolve({ slug, draft, isIssue: true }))
          return async () => withClaim(result, await claim)
        }
        const begun = await stages.begin(source)
        const claim = claims.next(source, begun.claimant)
        return async () => {
          const finished = await begun.finish(await claim)
          await stages.finished?.(finished)
          return finished.result
        }
      },
      finish: rest => rest(),
      tell(result, done) {
        newsOf(result).forEach(world.log.message)
        world.log.progress(result.source.name, done / found.sources.length)
      },
    },
    stages.atOnce?.(),
  )
  const messages = [...found.messages, ...issues.flatMap(newsOf)]
  return { issues, site: [], messages }
}

/** What has a slug. */
type SlugHolder = Pick<IssueResult, 'slug' | 'draft'> & { readonly source: Pick<IssueSource, 'name'> }

/** Two issues of one slug would write over each other: the second is an error. */
export function claimSlug({ slug, draft, source }: SlugHolder, slugs: Map<string, string>): VFileMessage[] {
  if (draft) return []
  const holder = slugs.get(slug)
  if (holder === undefined) {
    slugs.set(slug, source.name)
    return []
  }
  const reason = `Unexpected slug \`${slug}\`, which ${holder} has; give one of them another \`slug\``
  return [finding('slug-taken', reason, { file: source.name })]
}

/** Slugs are claimed in the order of the issues, whichever is read first. */
function slugClaims(taken?: ReadonlyMap<string, string>) {
  const slugs = new Map(taken)
  let last: Promise<unknown> = Promise.resolve()
  return {
    /** What there is to say of the next issue's slug, when those before it are known. */
    next(source: IssueSource, claimant: Promise<Claimant>): Promise<VFileMessage[]> {
      const told = last.then(async () => {
        const { isIssue, ...claim } = await claimant
        return isIssue ? claimSlug({ ...claim, source }, slugs) : []
      })
      last = told.catch(() => undefined)
      return told
    },
  }
}

/** An issue that is up to date, unless another has taken its slug. */
const withClaim = (result: IssueResult, taken: readonly VFileMessage[]): IssueResult =>
  taken.length > 0
    ? { ...result, upToDate: false, written: [], messages: [...result.messages, ...taken] }
    : result
