import type { VFileMessage } from 'vfile-message'
import type { Format } from '../article.js'
import { hasError } from '../messages.js'
import type { IssueResult } from '../passage.js'
import type { IssueSource } from '../read/find.js'
import type { World } from '../world.js'
import { type BuildRecord, keyOf, openRecords, recordResult, resultFrom, siteKey } from './build-records.js'
import { digestOf } from './digest.js'
import { held, type RecordDraft, without } from './record-of.js'
import { messageOf } from './recorded-message.js'
import type { RunRecord } from './run-record.js'
import { type TermsRequest, termsOf } from './terms.js'
import { type TracedWorld, traced } from './trace.js'
import { observer } from './unchanged.js'

/** A build, as far as what earlier ones left depends on it. */
export interface EarlierRequest extends TermsRequest {
  readonly formats: readonly Format[]
  /** Whether nothing that earlier builds left is taken. */
  readonly anew: boolean
  /** Whether nothing is told again of what is up to date. */
  readonly onlyNews?: boolean
}

/** What became of the pages around the issues. */
export interface PagesResult {
  /** Absolute paths. */
  readonly written: readonly string[]
  readonly messages: readonly VFileMessage[]
}

/** What earlier builds of the same publication left, and what this one leaves. */
export interface EarlierBuilds {
  /** What came of each issue that needs not be built: nothing that it depends on has changed, and its files are there. */
  upToDate(sources: readonly IssueSource[]): Promise<ReadonlyMap<IssueSource, IssueResult>>
  /** Remembers what was built. */
  remember(record: RecordDraft): Promise<void>
  /** The pages around the issues: what an earlier build made of the same, or what is made now. */
  around(
    issues: readonly IssueResult[],
    make: (world: World) => Promise<PagesResult>,
  ): Promise<PagesResult & { readonly upToDate: boolean }>
  /** Ends the run. @returns what tells that the whole of it needs not be done again; undefined where some of it does */
  settle(issues: readonly IssueResult[], found: TracedWorld): Promise<RunRecord | undefined>
}

/** Opens what earlier builds left. */
export async function earlierBuilds(request: EarlierRequest, world: World): Promise<EarlierBuilds> {
  const { files, cache } = world
  const { formats, outputDir, anew, onlyNews = false } = request
  const records = await openRecords(cache, outputDir)
  const terms = await termsOf(request, world)
  const looking = observer(world)
  const remembered = new Set<string>()
  return {
    async upToDate(sources) {
      const keys = sources.filter(({ bytes }) => !bytes).map(source => keyOf(source, formats))
      const holding: ReadonlyMap<string, BuildRecord> = anew
        ? new Map()
        : await records.holding(keys, terms, looking)
      for (const [key, { result }] of holding) {
        remembered.add(key)
        if (!onlyNews) for (const line of result.told) world.log.info(line)
      }
      return new Map(
        sources.flatMap(source => {
          const record = source.bytes ? undefined : holding.get(keyOf(source, formats))
          return record ? [[source, resultFrom(source, record)]] : []
        }),
      )
    },
    async remember(record) {
      remembered.add(record.key)
      await records.add({ ...record, terms })
    },
    async around(issues, make) {
      const about = issues.map(({ slug, draft, title }) => [slug, draft, title !== undefined])
      const own = digestOf(terms, formats, about)
      const holding = anew ? undefined : (await records.holding([siteKey], own, observer(world))).get(siteKey)
      if (holding) {
        remembered.add(siteKey)
        const messages = holding.result.messages.map(messageOf)
        messages.forEach(world.log.message)
        return { written: [], messages, upToDate: true }
      }
      const seen = traced(world)
      const made = await make(seen.world)
      const traces = seen.trace()
      const outputs = await held(made.written, seen, files)
      if (traces && outputs && !hasError(made.messages)) {
        remembered.add(siteKey)
        const result = recordResult({ ...made, slug: '', draft: false, silenced: [] }, seen.told())
        const { packages } = traces
        const trace = without(traces.own, made.written)
        await records.add({ key: siteKey, name: siteKey, terms: own, trace, packages, outputs, result })
      }
      return { ...made, upToDate: false }
    },
    async settle(issues, found) {
      await records.settle()
      const trace = found.trace()
      const keys = [...issues.map(({ source }) => keyOf(source, formats)), siteKey]
      const site = records.get(siteKey)
      if (!trace || !site || keys.some(key => !remembered.has(key))) return undefined
      return { outputDir, terms, siteTerms: site.terms, keys, trace: trace.own }
    },
  }
}
