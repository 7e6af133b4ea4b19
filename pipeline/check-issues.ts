import type { VFileMessage } from 'vfile-message'
import { checkDeeply } from './check/deep-checks.js'
import type { LinkAsker, LinkCheck } from './check/links/link-asker.js'
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
  const links = request.links && (await askerOf(request.links, world, request.signal))
  const result = await throughIssues(request, world, engine, {
    async prepare(passage) {
      await readAndParse(passage, request, world)
      claimSlug(passage, slugs)
      if (passage.issue && !passage.draft) links?.claim(passage.issue)
    },
    async finish(passage) {
      await render(passage, request, engine)
      skipped.push(...(await lookDeeper(passage, request, world)))
      skipped.push(...(await askAround(passage, links, request)))
    },
  })
  skipped.push(...(links?.leftOut() ?? []))
  const said = new Set<string>()
  const once = skipped.filter(({ reason }) => !said.has(reason) && said.add(reason))
  return { ...result, skipped: once }
}

const askerOf = async (links: LinkCheck, world: World, signal?: AbortSignal): Promise<LinkAsker> =>
  (await import('./check/links/link-asker.js')).linkAsker(links, world, signal)

/** Whether the links of an issue lead somewhere. @returns what could not be told for want of a network */
async function askAround(
  { issue, draft, messages }: Passage,
  links: LinkAsker | undefined,
  { strict }: StageRequest,
): Promise<readonly VFileMessage[]> {
  if (!links || !issue || draft) return []
  const checked = await links.check(issue)
  messages.push(...(strict ? raised([...checked.messages]) : checked.messages))
  return checked.skipped
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
