import type { VFileMessage } from 'vfile-message'
import { checkDeeply, type DeeplyChecked } from './check/deep-checks.js'
import type { LinkAsker, LinkCheck } from './check/links/link-asker.js'
import type { RuleId } from './check/rules.js'
import { settle, unusedIgnores } from './check/settle.js'
import { hasError } from './messages.js'
import { type Passage, resultOf, settleInto, start } from './passage.js'
import { startEngine } from './render/engine.js'
import type { PublishResult, StageRequest } from './request.js'
import { readAndParse, render } from './stages.js'
import { throughIssues } from './through-issues.js'
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
  const skipped: VFileMessage[] = []
  const links = request.links && (await askerOf(request.links, world, request.signal))
  const result = await throughIssues(request, world, {
    expect: async () => engine.warmUp(request.formats, request.config.publication),
    async begin(source) {
      const passage = start(source)
      await readAndParse(passage, request, world)
      const { issue, slug, draft } = passage
      if (issue && !draft) links?.claim(issue)
      return {
        claimant: Promise.resolve({ slug, draft, isIssue: issue !== undefined }),
        async finish(told) {
          passage.messages.push(...told)
          await render(passage, request, engine)
          const deep = await lookDeeper(passage, request, world)
          const around = await askAround(passage, links)
          skipped.push(...deep.skipped, ...around)
          // What was not looked for cannot be missed.
          const unlooked = [...deep.unlooked, ...(links && around.length === 0 ? [] : ofLinks)]
          if (isWhole(passage, request))
            settleInto(passage, unusedIgnores(passage.terms, passage.silenced, unlooked))
          return { result: resultOf(passage, request.keep === true) }
        },
      }
    },
  })
  skipped.push(...(links?.leftOut() ?? []))
  const said = new Set<string>()
  const once = skipped.filter(({ reason }) => !said.has(reason) && said.add(reason))
  const { severities } = request.config
  return { ...result, skipped: settle(once, { severities, strict: request.strict }).messages }
}

const askerOf = async (links: LinkCheck, world: World, signal?: AbortSignal): Promise<LinkAsker> =>
  (await import('./check/links/link-asker.js')).linkAsker(links, world, signal)

/** Whether the links of an issue lead somewhere. @returns what could not be told for want of a network */
async function askAround(passage: Passage, links: LinkAsker | undefined): Promise<readonly VFileMessage[]> {
  const { issue, draft } = passage
  if (!links || !issue || draft) return []
  const checked = await links.check(issue)
  settleInto(passage, checked.messages)
  return checked.skipped
}

/** The deep checks of every rendition that was made. @returns what they had to leave out, and the rules of that */
async function lookDeeper(
  passage: Passage,
  { signal }: StageRequest,
  world: World,
): Promise<Pick<DeeplyChecked, 'skipped' | 'unlooked'>> {
  const { source, renditions } = passage
  const skipped: VFileMessage[] = []
  const unlooked: RuleId[] = []
  for (const rendition of renditions) {
    signal?.throwIfAborted()
    if (hasError(rendition.messages)) continue
    const checked = await checkDeeply({ rendition, file: source.name, world })
    settleInto(passage, checked.messages)
    skipped.push(...checked.skipped)
    unlooked.push(...checked.unlooked)
  }
  return { skipped, unlooked }
}

/** Whether every format of the publication was made, so that what was not found is not there. */
const isWhole = ({ renditions }: Passage, { config }: StageRequest): boolean =>
  config.formats.every(format => renditions.some(made => made.format === format && made.files.length > 0))

/** Rules that find nothing where other hosts are not asked. */
const ofLinks: readonly RuleId[] = ['link-dead', 'link-moved', 'link-unknown']
