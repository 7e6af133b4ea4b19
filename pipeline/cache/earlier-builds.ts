import { join } from 'node:path'
import type { Format } from '../article.js'
import { hasError } from '../messages.js'
import type { IssueResult } from '../passage.js'
import type { IssueSource } from '../read/find.js'
import type { Files, World } from '../world.js'
import { keyOf, openRecords, recordResult, resultFrom } from './build-records.js'
import { type TermsRequest, termsOf } from './terms.js'
import { heldBy, type Trace, type TracedWorld } from './trace.js'
import { observer } from './unchanged.js'

/** A build, as far as what earlier ones left depends on it. */
export interface EarlierRequest extends TermsRequest {
  readonly formats: readonly Format[]
}

/** What earlier builds of the same publication left. */
export interface EarlierBuilds {
  /** What came of each issue that needs not be built: nothing that it depends on has changed, and its files are there. */
  upToDate(sources: readonly IssueSource[]): Promise<ReadonlyMap<IssueSource, IssueResult>>
  /** Remembers what was built, unless an error was met: what caused it may be gone the next time. */
  remember(result: IssueResult, seen: TracedWorld, folder: string): Promise<void>
  /** Ends the run. */
  settle(): Promise<void>
}

/** Opens what earlier builds left. */
export async function earlierBuilds(request: EarlierRequest, world: World): Promise<EarlierBuilds> {
  const { files, cache } = world
  const { formats, outputDir } = request
  const records = await openRecords(cache, outputDir)
  const terms = await termsOf(request, world)
  const looking = observer(world)
  return {
    async upToDate(sources) {
      const known = sources.flatMap(source => {
        const record = source.bytes ? undefined : records.get(keyOf(source, formats))
        return record?.terms === terms ? [{ source, record }] : []
      })
      await looking.prepare(known.flatMap(({ record }) => [record.trace, record.outputs]))
      const found = new Map<IssueSource, IssueResult>()
      for (const { source, record } of known) {
        const trace = await looking.unchanged(record.trace)
        const outputs = trace && (await looking.unchanged(record.outputs))
        if (!trace || !outputs) continue
        found.set(source, resultFrom(source, record.result))
        if (isOther(trace, record.trace) || isOther(outputs, record.outputs))
          await records.add({ ...record, trace, outputs })
      }
      return found
    },
    async remember(result, seen, folder) {
      const trace = seen.trace()
      if (!trace || result.source.bytes || hasError(result.messages)) return
      const paths = [...result.written, ...(result.written.length > 0 ? [join(folder, 'report.json')] : [])]
      await records.add({
        key: keyOf(result.source, formats),
        terms,
        trace,
        outputs: await held(paths, files),
        result: recordResult(result),
      })
    },
    settle: () => records.settle(),
  }
}

const isOther = (a: Trace, b: Trace): boolean => a.some((seen, at) => seen !== b[at])

/** What files hold that were written just now. Their stamps are trusted: nobody else writes them in the same moment. */
async function held(paths: readonly string[], files: Files): Promise<Trace> {
  const stamps = await files.stamps(paths)
  const seen: Trace[number][] = []
  for (const [at, path] of paths.entries())
    seen.push(['read', path, heldBy(await files.read(path)), stamps[at]?.id ?? ''])
  return seen
}
