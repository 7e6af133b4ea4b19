import { relative, sep } from 'node:path'
import type { IssueSource } from '../read/find.js'

/** The most shards that there may be: more machines than anybody has. */
export const mostShards = 9999

/** Which part of the issues one machine of several builds. */
export interface Shard {
  /** From 1. */
  readonly number: number
  readonly of: number
}

/**
 * A shard's share: of all issues in the order of their paths the first for the first shard, the second for the second and
 * so on, and round again. It is the same on every machine, wherever the publication lies and in whatever order a disk or a
 * person names the files; what is taken stays in the order that it came in.
 *
 * @param contentDir from where paths are seen, absolute
 */
export function shareOf(
  sources: readonly IssueSource[],
  { number, of }: Shard,
  contentDir: string,
): IssueSource[] {
  const names = sources.map(({ path }) => sourceName(path, contentDir)).sort(bySource)
  const own = new Set(names.filter((_, at) => at % of === number - 1))
  return sources.filter(({ path }) => own.has(sourceName(path, contentDir)))
}

/** A source as every machine names it: its path from the content folder, with `/`. */
export const sourceName = (path: string, contentDir: string): string =>
  relative(contentDir, path).split(sep).join('/')

/** The order of sources by their names, which is that of a content folder: folders among files, by their own names. */
export const bySource = (a: string, b: string): number =>
  a.replaceAll('/', '\0') < b.replaceAll('/', '\0') ? -1 : 1
