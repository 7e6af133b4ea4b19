import type { VFileMessage } from 'vfile-message'
import { checkDeeply } from './check/deep-checks.js'
import { settle, unusedIgnores } from './check/settle.js'
import { hasError } from './messages.js'
import { type Passage, settleInto } from './passage.js'
import {
  claimSlug,
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
      const leftOut = await lookDeeper(passage, request, world)
      skipped.push(...leftOut)
      if (leftOut.length === 0 && isWhole(passage, request))
        settleInto(passage, unusedIgnores(passage.terms, passage.silenced))
    },
  })
  const said = new Set<string>()
  const once = skipped.filter(({ reason }) => !said.has(reason) && said.add(reason))
  const { severities } = request.config
  return { ...result, skipped: settle(once, { severities, strict: request.strict }).messages }
}

/** The deep checks of every rendition that was made. @returns what they had to leave out */
async function lookDeeper(
  passage: Passage,
  { signal }: StageRequest,
  world: World,
): Promise<readonly VFileMessage[]> {
  const { source, issue, renditions } = passage
  const skipped: VFileMessage[] = []
  for (const rendition of renditions) {
    signal?.throwIfAborted()
    if (!issue || hasError(rendition.messages)) continue
    const checked = await checkDeeply({ rendition, issue, file: source.name, world })
    settleInto(passage, checked.messages)
    skipped.push(...checked.skipped)
  }
  return skipped
}

/** Whether every format of the publication was made, so that what was not found is not there. */
const isWhole = ({ renditions }: Passage, { config }: StageRequest): boolean =>
  config.formats.every(format => renditions.some(made => made.format === format && made.files.length > 0))
