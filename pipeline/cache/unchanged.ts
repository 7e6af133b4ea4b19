import type { World } from '../world.js'
import { codeOf, heldBy, isDigest, type Seen, type Trace } from './trace.js'

/** What a look at the disk needs of a world. */
export type Lookout = Pick<World, 'files' | 'packagePath'>

/** Looks again at what was seen, each thing once however many ask. */
export interface Observer {
  /** Takes the stamps of so many files at once, which is far quicker than one by one. */
  prepare(traces: readonly Trace[]): Promise<void>
  /**
   * Whether all is as it was seen.
   * @returns the trace with the stamps of now, or undefined where something is otherwise
   */
  unchanged(trace: Trace): Promise<Trace | undefined>
}

/** @param world as it is now; it must not change much while it is looked at */
export function observer(world: Lookout): Observer {
  const { files } = world
  const stamps = new Map<string, { readonly id: string; readonly isSettled: boolean } | undefined>()
  const looks = new Map<string, Promise<string>>()

  async function prepare(traces: readonly Trace[]): Promise<void> {
    const wanted: string[] = []
    for (const trace of traces)
      for (const [what, path] of trace) {
        if ((what !== 'read' && what !== 'list') || stamps.has(path)) continue
        stamps.set(path, undefined)
        wanted.push(path)
      }
    if (wanted.length === 0) return
    const taken = await files.stamps(wanted)
    wanted.forEach((path, index) => void stamps.set(path, taken[index]))
  }

  function look(what: Seen[0], path: string): Promise<string> {
    const key = `${what} ${path}`
    const before = looks.get(key)
    if (before) return before
    const now = lookAt(what, path, world)
    looks.set(key, now)
    return now
  }

  /** Whether the stamp alone tells that it is as it was. */
  const isAsStamped = ([what, path, , stamp]: Seen): boolean =>
    (what === 'read' || what === 'list') && stamp !== '' && stamps.get(path)?.id === stamp

  async function again(thing: Seen): Promise<Seen | undefined> {
    const [what, path, was] = thing
    if (what !== 'read' && what !== 'list') return (await look(what, path)) === was ? thing : undefined
    if (isAsStamped(thing)) return thing
    const stamp = stamps.get(path)
    if ((await look(what, path)) !== was) return undefined
    // An error may pass without a trace on what it was met at.
    return [what, path, was, stamp?.isSettled && isDigest(was) ? stamp.id : '']
  }

  return {
    prepare,
    async unchanged(trace) {
      await prepare([trace])
      // Thousands that need no second look are not waited for one by one.
      if (trace.every(isAsStamped)) return trace
      const now: Seen[] = []
      for (const thing of trace) {
        const same = await again(thing)
        if (!same) return undefined
        now.push(same)
      }
      return now
    },
  }
}

/** What a trace would have of a look at something now. */
export async function lookAt(what: Seen[0], path: string, { files, packagePath }: Lookout): Promise<string> {
  if (what === 'package') return packagePath(path) ?? ''
  try {
    if (what === 'read') return heldBy(await files.read(path))
    if (what === 'list') return heldBy(await files.list(path))
    return String(await files[what](path))
  } catch (error) {
    return codeOf(error)
  }
}
