import type { VFileMessage } from 'vfile-message'
import { inOrder } from './in-order.js'
import { finding } from './messages.js'
import { type IssueResult, type Passage, resultOf, start } from './passage.js'
import { findIssues, type IssueSource } from './read/find.js'
import type { Engine } from './render/engine.js'
import type { PublishResult, StageRequest } from './request.js'
import type { World } from './world.js'

/** What is done with each issue: its stages. */
interface Stages {
  /** The issues that need not go through them, with what came of them. */
  upToDate?(sources: readonly IssueSource[]): Promise<ReadonlyMap<IssueSource, IssueResult>>
  /** Those that go one issue after another. */
  prepare(passage: Passage): Promise<void>
  /** Those that go on for several issues at a time. */
  finish(passage: Passage): Promise<void>
}

/** Finds the issues and takes each through its stages, telling of them in their order. */
export async function throughIssues(
  request: StageRequest,
  world: World,
  engine: Engine,
  { upToDate, prepare, finish }: Stages,
): Promise<PublishResult> {
  const newsOf = ({ upToDate, messages }: IssueResult) => (request.onlyNews && upToDate ? [] : messages)
  const found = await findIssues(request, world)
  found.messages.forEach(world.log.message)
  const before = (await upToDate?.(found.sources)) ?? new Map<IssueSource, IssueResult>()
  if (before.size < found.sources.length) engine.warmUp(request.formats, request.config.publication)
  const slugs = new Map(request.taken)
  const issues = await inOrder(found.sources, {
    async prepare(source) {
      const result = before.get(source)
      if (result) return { result: claimed(result, slugs) }
      const passage = start(source)
      await prepare(passage)
      if (passage.issue) passage.messages.push(...claimSlug(passage, slugs))
      return { passage }
    },
    async finish({ result, passage }) {
      if (result) return result
      await finish(passage)
      return resultOf(passage, request.keep === true)
    },
    tell(result, done) {
      newsOf(result).forEach(world.log.message)
      world.log.progress(result.source.name, done / found.sources.length)
    },
  })
  const messages = [...found.messages, ...issues.flatMap(newsOf)]
  return { issues, site: [], messages }
}

/** What has a slug. */
type Claimant = Pick<IssueResult, 'slug' | 'draft'> & { readonly source: Pick<IssueSource, 'name'> }

/** Two issues of one slug would write over each other: the second is an error. */
export function claimSlug({ slug, draft, source }: Claimant, slugs: Map<string, string>): VFileMessage[] {
  if (draft) return []
  const holder = slugs.get(slug)
  if (holder === undefined) {
    slugs.set(slug, source.name)
    return []
  }
  const reason = `Unexpected slug \`${slug}\`, which ${holder} has; give one of them another \`slug\``
  return [finding('slug-taken', reason, { file: source.name })]
}

/** An issue that is up to date, unless another has taken its slug. */
function claimed(result: IssueResult, slugs: Map<string, string>): IssueResult {
  const taken = claimSlug(result, slugs)
  return taken.length > 0
    ? { ...result, upToDate: false, written: [], messages: [...result.messages, ...taken] }
    : result
}
