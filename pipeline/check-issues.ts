import type { VFileMessage } from 'vfile-message'
import { checkDeeply } from './check/deep-checks.js'
import type { CheckedLinks, LinkCheck } from './check/links/check-links.js'
import { hasError, raised } from './messages.js'
import {
  claimSlug,
  type Passage,
  type PublishResult,
  readAndParse,
  render,
  type StageRequest,
  throughIssues,
} from './publish.js'
import { startEngine } from './render/engine.js'
import type { World } from './world.js'

/** What is to be checked, and how. */
export interface CheckRequest extends StageRequest {
  /** Whether other hosts are asked if links lead somewhere, and how; nobody is asked by default. */
  readonly links?: LinkCheck | undefined
}

/** What a check found. */
export interface CheckResult extends PublishResult {
  /** Checks that could not be made, each said once: messages of the rule `check-skipped`. */
  readonly skipped: readonly VFileMessage[]
}

/** Checks issues: the stages of `publish` up to the renditions, then the deep checks and the links. Nothing is written. */
export async function checkIssues(request: CheckRequest, world: World): Promise<CheckResult> {
  const engine = startEngine(world)
  const slugs = new Map<string, string>()
  const skipped: VFileMessage[] = []
  const result = await throughIssues(request, world, engine, {
    async prepare(passage) {
      await readAndParse(passage, request, world)
      claimSlug(passage, slugs)
    },
    async finish(passage) {
      await render(passage, request, engine)
      skipped.push(...(await lookDeeper(passage, request, world)))
    },
  })
  const links = await lookUpLinks(result, request, world)
  skipped.push(...links.skipped)
  const said = new Set<string>()
  const once = skipped.filter(({ reason }) => !said.has(reason) && said.add(reason))
  return { ...result, messages: [...result.messages, ...links.messages], skipped: once }
}

/** Whether links lead somewhere: of all issues at once, so that each address is asked once. */
async function lookUpLinks(
  { issues }: PublishResult,
  { links, strict, signal }: CheckRequest,
  world: World,
): Promise<CheckedLinks> {
  if (!links) return { messages: [], skipped: [] }
  const { checkLinks } = await import('./check/links/check-links.js')
  const published = issues.flatMap(({ issue, draft }) => (issue && !draft ? [issue] : []))
  const checked = await checkLinks(published, links, world, signal)
  const messages = strict ? raised([...checked.messages]) : checked.messages
  messages.forEach(world.log.message)
  return { ...checked, messages }
}

/** The deep checks of every rendition that was made. @returns what they had to leave out */
async function lookDeeper(
  { source, renditions, messages }: Passage,
  { strict, signal }: StageRequest,
  world: World,
): Promise<readonly VFileMessage[]> {
  const skipped: VFileMessage[] = []
  for (const rendition of renditions) {
    signal?.throwIfAborted()
    if (hasError(rendition.messages)) continue
    const checked = await checkDeeply({ rendition, file: source.name, world })
    messages.push(...(strict ? raised([...checked.messages]) : checked.messages))
    skipped.push(...checked.skipped)
  }
  return skipped
}
