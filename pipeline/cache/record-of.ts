import { join } from 'node:path'
import type { Format } from '../article.js'
import { hasError } from '../messages.js'
import type { IssueResult } from '../passage.js'
import type { Files } from '../world.js'
import { keyOf, type NewRecord, recordResult } from './build-records.js'
import { heldBy, type Trace, type TracedWorld } from './trace.js'

/** A record but for the terms, which are those of the run. */
export type RecordDraft = Omit<NewRecord, 'terms'>

/**
 * What is to be remembered of an issue that was built; undefined where an error was met, since what caused it may be gone
 * the next time, and where it was made of what cannot be looked at again.
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
  const paths = [...result.written, ...(result.written.length > 0 ? [join(folder, 'report.json')] : [])]
  return {
    key: keyOf(result.source, formats),
    name: result.source.name,
    // What is written there was not read for what it says, but to be replaced, or kept in the report.
    trace: without(traces.own, paths),
    packages: traces.packages,
    outputs: await held(paths, files),
    result: recordResult(result),
  }
}

/** A trace without what was seen of some paths. */
export const without = (trace: Trace, paths: readonly string[]): Trace => {
  const left = new Set(paths)
  return trace.filter(([, path]) => !left.has(path))
}

/** What files hold that were written just now. Their stamps are trusted: nobody else writes them in the same moment. */
export async function held(paths: readonly string[], files: Files): Promise<Trace> {
  const stamps = await files.stamps(paths)
  const seen: Trace[number][] = []
  for (const [at, path] of paths.entries())
    seen.push(['read', path, heldBy(await files.read(path)), stamps[at]?.id ?? ''])
  return seen
}
