import type { VFileMessage } from 'vfile-message'
import { checkDeeply } from './check/deep-checks.js'
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

/** What a check found. */
export interface CheckResult extends PublishResult {
  /** Checks that could not be made, each said once: messages of the rule `check-skipped`. */
  readonly skipped: readonly VFileMessage[]
}

/** Checks issues: the stages of `publish` up to the renditions, then the deep checks. Nothing is written. */
export async function checkIssues(request: StageRequest, world: World): Promise<CheckResult> {
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
  const said = new Set<string>()
  const once = skipped.filter(({ reason }) => !said.has(reason) && said.add(reason))
  return { ...result, skipped: once }
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
