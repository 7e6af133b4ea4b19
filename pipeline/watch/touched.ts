import { dirname, join, sep } from 'node:path'
import type { IssueSource } from '../read/find.js'
import { isSource } from './scope.js'

/** What is to be built: some issues by the paths of their sources, or all. */
export type Todo = 'all' | ReadonlySet<string>

/** What was changed, between what was there before and what is there now. */
export interface Change {
  /** Absolute, of files that matter. */
  readonly paths: Iterable<string>
  readonly before: readonly IssueSource[]
  readonly now: readonly IssueSource[]
}

/**
 * The issues that a change may touch: an article's own, those that are new, and all where a picture is another or an
 * issue has gone, since the pages around them are made of all.
 */
export function touched({ paths, before, now }: Change): Todo {
  const there = new Set(now.map(({ path }) => path))
  const known = new Set(before.map(({ path }) => path))
  if (before.some(({ path }) => !there.has(path))) return 'all'
  const found = new Set(now.flatMap(({ path }) => (known.has(path) ? [] : path)))
  for (const path of paths) {
    const own = now.filter(source => holds(source, path))
    for (const source of own) found.add(source.path)
    // An article that belongs to no issue is none that is built.
    if (own.length === 0 && !isSource(path)) return 'all'
  }
  return found
}

/** What is to be built of two. */
export const both = (a: Todo, b: Todo): Todo => (a === 'all' || b === 'all' ? 'all' : new Set([...a, ...b]))

const holds = ({ path: source, isFolder }: IssueSource, path: string): boolean =>
  isFolder ? path.startsWith(join(dirname(source), sep)) : path === source
