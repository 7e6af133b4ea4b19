import { join, relative, sep } from 'node:path'
import type { Entry, Files, World } from '../world.js'
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
  /** What a path holds, as it was written or, where it was as it should be, read through this world. */
  left(path: string): string | undefined
  /** The lines that the log was told, each once. */
  told(): readonly string[]
  /**
   * What was seen, as it should be now that this world wrote where it was looked. Undefined where something was seen
   * that cannot be looked at again, as what another host holds, that was changed between two looks, or that will pass.
   */
  trace(): Traces | undefined
}

/**
 * Has a world remember what is read of it. The browser, the clock and the environment are not watched: what depends on
 * them is among the terms of a record.
 */
export function traced(world: World): TracedWorld {
  const own = seenThings()
  const packages = seenThings()
  const wrote = writtenThings()
  const lines = new Set<string>()
  let isWhole = true
  return {
    world: {
      ...world,
      log: {
        ...world.log,
        info(line, passing) {
          lines.add(line)
          if (passing) isWhole = false
          world.log.info(line, passing)
        },
      },
      files: tracedFiles(world.files, own.saw, wrote),
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
    told: () => [...lines],
    left: path => wrote.held(path) ?? own.held(path),
    trace: () =>
      isWhole && own.isSteady() && packages.isSteady()
        ? { own: own.all().map(wrote.since), packages: packages.all() }
        : undefined,
  }
}

/** Things seen, each once. */
function seenThings() {
  const seen = new Map<string, Seen>()
  let isSteady = true
  return {
    held: (path: string): string | undefined => seen.get(`read ${path}`)?.[2],
    saw(thing: Seen): void {
      const key = keyOf(thing)
      const before = seen.get(key)
      if (!before) seen.set(key, thing)
      // What was made of it is made of both, and of neither alone.
      else if (before[2] !== thing[2]) isSteady = false
    },
    /** Whether nothing was otherwise when it was seen again. */
    isSteady: () => isSteady,
    all: (): Trace => [...seen.values()].filter(thing => !isImplied(thing, seen)),
  }
}

const keyOf = ([what, path]: Seen): string => `${what} ${path}`

/** What a world wrote and removed. */
function writtenThings() {
  const held = new Map<string, string | undefined>()
  const lists = new Map<string, readonly Entry[]>()
  return {
    held: (path: string): string | undefined => held.get(path),
    /** Whether it is its own doing what is at a path. */
    has: (path: string): boolean => held.has(path),
    wrote: (path: string, bytes: Uint8Array | undefined) => void held.set(path, bytes && heldBy(bytes)),
    listed: (folder: string, entries: readonly Entry[]) => void lists.set(folder, entries),
    /** A thing that was seen before, as it is where nobody else wrote. */
    since(thing: Seen): Seen {
      const [what, path] = thing
      if (what !== 'kind' && what !== 'list') return thing
      const inside = join(path, '/')
      const below = [...held].flatMap(([file, is]) => (is && file.startsWith(inside) ? file : []))
      if (what === 'kind' && below.length > 0) return [what, path, 'folder']
      if (what === 'kind' && held.has(path)) return [what, path, held.get(path) ? 'file' : 'undefined']
      const listed = lists.get(path)
      if (what !== 'list' || !listed || below.length === 0) return thing
      const entries = new Map(listed.map(entry => [entry.name, entry]))
      for (const file of below) {
        const [name = '', ...rest] = relative(path, file).split(sep)
        entries.set(name, { name, kind: rest.length > 0 ? 'folder' : 'file' })
      }
      const names = [...entries.keys()].sort()
      return [what, path, heldBy(names.map(name => entries.get(name))), '']
    },
  }
}

/** Whether what a file held tells as much as that it was there. */
function isImplied([what, path]: Seen, seen: ReadonlyMap<string, Seen>): boolean {
  if (what !== 'kind' && what !== 'size') return false
  const held = seen.get(`read ${path}`) ?? seen.get(`list ${path}`)
  return held !== undefined && isDigest(held[2])
}

/** Whether a trace has content of it: an error's code is no digest. */
export const isDigest = (held: string): boolean => /^[0-9a-f]{40}$/.test(held)

function tracedFiles(files: Files, see: (thing: Seen) => void, own: ReturnType<typeof writtenThings>): Files {
  const saw = (thing: Seen) => (own.has(thing[1]) ? undefined : see(thing))
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
    try {
      const was = await look()
      saw([what, path, String(was)])
      return was
    } catch (error) {
      saw([what, path, codeOf(error)])
      throw error
    }
  }
  return {
    ...files,
    read: path => watched('read', path, () => files.read(path)),
    async list(folder) {
      const entries = await watched('list', folder, () => files.list(folder))
      own.listed(folder, entries)
      return entries
    },
    resolve: path => told('resolve', path, () => files.resolve(path)),
    kind: path => told('kind', path, () => files.kind(path)),
    size: path => told('size', path, () => files.size(path)),
    async write(path, bytes) {
      await files.write(path, bytes)
      own.wrote(path, bytes)
    },
    async remove(path) {
      await files.remove(path)
      own.wrote(path, undefined)
    },
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
