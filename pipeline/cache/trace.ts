import type { Files, World } from '../world.js'
import { digestOf } from './digest.js'

/**
 * One thing that was seen of the disk. Of a file and a folder with the digest of what it held, or the code of the error,
 * and its stamp; an empty one where that may not be trusted later.
 */
export type Seen =
  | readonly [what: 'read' | 'list', path: string, held: string, stamp: string]
  | readonly [what: 'kind' | 'resolve' | 'size', path: string, was: string]
  | readonly [what: 'package', name: string, where: string]

/** What was seen of the world, each thing once, in the order that it was first seen. */
export type Trace = readonly Seen[]

/** What was seen, and apart from it what was seen of packages, which many an issue sees the same of. */
export interface Traces {
  readonly own: Trace
  readonly packages: Trace
}

/** A world that remembers what was seen of its disk through it. */
export interface TracedWorld {
  readonly world: World
  /** Undefined where something was seen that cannot be looked at again, as what another host holds. */
  trace(): Traces | undefined
}

/**
 * Has a world remember what is read of it. The browser, the clock and the environment are not watched: what depends on
 * them is among the terms of a record.
 */
export function traced(world: World): TracedWorld {
  const own = seenThings()
  const packages = seenThings()
  let isWhole = true
  return {
    world: {
      ...world,
      files: tracedFiles(world.files, own.saw),
      async packageFile(path) {
        const bytes = await world.packageFile(path)
        const where = world.packagePath(path) ?? ''
        packages.saw(['package', path, where])
        // Packages are not edited, but they are updated: then the file that lies there is another.
        if (bytes && where !== '')
          packages.saw(['read', where, digestOf(bytes), await trusted(world.files, where)])
        return bytes
      },
      fetch(request) {
        isWhole = false
        return world.fetch(request)
      },
    },
    trace: () => (isWhole ? { own: own.all(), packages: packages.all() } : undefined),
  }
}

/** Things seen, each once. */
function seenThings() {
  const seen = new Map<string, Seen>()
  return {
    saw(thing: Seen): void {
      const key = `${thing[0]} ${thing[1]}`
      if (!seen.has(key)) seen.set(key, thing)
    },
    all: (): Trace => [...seen.values()].filter(thing => !isImplied(thing, seen)),
  }
}

/** Whether what a file held tells as much as that it was there. */
function isImplied([what, path]: Seen, seen: ReadonlyMap<string, Seen>): boolean {
  if (what !== 'kind' && what !== 'size') return false
  const held = seen.get(`read ${path}`) ?? seen.get(`list ${path}`)
  return held !== undefined && isDigest.test(held[2])
}

/** An error's code is none. */
const isDigest = /^[0-9a-f]{40}$/

function tracedFiles(files: Files, saw: (thing: Seen) => void): Files {
  /** The stamp is taken first: what is changed while it is read has another afterwards. */
  async function watched<T>(what: 'read' | 'list', path: string, look: () => Promise<T>): Promise<T> {
    const stamp = await trusted(files, path)
    try {
      const held = await look()
      saw([what, path, heldBy(held), stamp])
      return held
    } catch (error) {
      saw([what, path, codeOf(error), ''])
      throw error
    }
  }
  async function told<T>(
    what: 'kind' | 'resolve' | 'size',
    path: string,
    look: () => Promise<T>,
  ): Promise<T> {
    const was = await look()
    saw([what, path, String(was)])
    return was
  }
  return {
    ...files,
    read: path => watched('read', path, () => files.read(path)),
    list: folder => watched('list', folder, () => files.list(folder)),
    resolve: path => told('resolve', path, () => files.resolve(path)),
    kind: path => told('kind', path, () => files.kind(path)),
    size: path => told('size', path, () => files.size(path)),
  }
}

/** What a trace has of what a look gave. */
export const heldBy = (held: unknown): string => digestOf(held as object)

/** What a trace has of a look that failed. */
export const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : 'failed'

/** The stamp of a path where what is changed from now on will have another; else an empty one. */
async function trusted(files: Files, path: string): Promise<string> {
  const [stamp] = await files.stamps([path])
  return stamp?.isSettled ? stamp.id : ''
}
