import { join } from 'node:path'
import type { Format } from '../article.js'
import type { RuleId } from '../check/rules.js'
import { hasError } from '../messages.js'
import type { IssueResult } from '../passage.js'
import type { Files } from '../world.js'
import { keyOf, type NewRecord, recordResult } from './build-records.js'
import { heldBy, type Seen, type Trace, type TracedWorld } from './trace.js'

/** A record but for the terms, which are those of the run. */
export type RecordDraft = Omit<NewRecord, 'terms'>

/**
 * What is to be remembered of an issue that was built; undefined where an error was met, since what caused it may be gone
 * the next time, where the fonts of the machine had a part in it, and where it was made of what cannot be looked at again, or another build wrote there too.
 *
 * @param seen what was read of the disk for it
 * @param folder where it was written, absolute
 */
export async function recordOf(
  result: IssueResult,
  seen: TracedWorld,
  formats: readonly Format[],
  folder: string,
  files: Files,
): Promise<RecordDraft | undefined> {
  const traces = seen.trace()
  if (!traces || result.source.bytes || hasError(result.messages)) return undefined
  if (result.messages.some(({ ruleId }) => ofTheMachine.has(ruleId ?? ''))) return undefined
  const paths = [...result.written, ...(result.written.length > 0 ? [join(folder, 'report.json')] : [])]
  const outputs = await held(paths, seen, files)
  if (!outputs) return undefined
  return {
    key: keyOf(result.source, formats),
    name: result.source.name,
    // What is written there was not read for what it says, but to be replaced, or kept in the report.
    trace: without(traces.own, paths),
    packages: traces.packages,
    outputs,
    result: recordResult(result, seen.told()),
  }
}

/** Rules that tell of what the machine had a part in, which may be otherwise without a trace. */
const ofTheMachine: ReadonlySet<string> = new Set<RuleId>(['font-foreign', 'glyph-missing'])

/** A trace without what was seen of some paths. */
export const without = (trace: Trace, paths: readonly string[]): Trace => {
  const left = new Set(paths)
  return trace.filter(([, path]) => !left.has(path))
}

/**
 * What files hold that were written just now; undefined where another build wrote them meanwhile. Fine stamps are
 * trusted: nobody changes them in the same moment and leaves their size as it was.
 */
export async function held(
  paths: readonly string[],
  { left }: TracedWorld,
  files: Files,
): Promise<Trace | undefined> {
  const stamps = await files.stamps(paths)
  const seen: Seen[] = []
  for (const [at, path] of paths.entries()) {
    const bytes = await files.read(path).catch(() => undefined)
    const now = bytes && heldBy(bytes)
    if (now === undefined || now !== left(path)) return undefined
    const stamp = stamps[at]
    seen.push(['read', path, now, stamp?.isFine ? stamp.id : ''])
  }
  return seen
}
