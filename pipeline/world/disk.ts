import { readdirSync, type Stats, statSync } from 'node:fs'
import { chmod, mkdir, open, readdir, readFile, realpath, rename, rm, stat } from 'node:fs/promises'
import { dirname, isAbsolute, join } from 'node:path'
import type { Entry, Files, Stamp } from '../world.js'
import { draftName, removeLeftDrafts } from './left-drafts.js'

/** What Node says of a path that leads nowhere. */
const nothingThere = new Set(['ENOENT', 'ENOTDIR', 'ELOOP', 'ENAMETOOLONG', 'ERR_INVALID_ARG_VALUE'])

/** The files of this machine's disk. */
export function diskFiles(): Files {
  let written = 0
  const lookedThrough = new Set<string>()
  return {
    async read(path) {
      return readFile(absolute(path))
    },
    async list(folder) {
      const names = (await readdir(absolute(folder))).sort()
      const kinds = await Promise.all(names.map(name => kindOf(join(folder, name))))
      return names.flatMap((name, index): Entry[] => {
        const kind = kinds[index]
        return kind ? [{ name, kind }] : []
      })
    },
    resolve: path => orNothing(realpath(absolute(path))),
    async kind(path) {
      return kindOf(absolute(path))
    },
    async size(path) {
      const entry = await orNothing(stat(absolute(path)))
      return entry?.isFile() ? entry.size : undefined
    },
    async stamps(paths) {
      return paths.map(stampOf)
    },
    async write(path, bytes) {
      const target = (await orNothing(realpath(absolute(path)))) ?? path
      const folder = dirname(target)
      await mkdir(folder, { recursive: true })
      if (!lookedThrough.has(folder)) await removeLeftDrafts(folder)
      lookedThrough.add(folder)
      const draft = await openDraft(folder, () => ++written)
      try {
        try {
          await draft.handle.writeFile(bytes)
        } finally {
          await draft.handle.close()
        }
        const before = await orNothing(stat(target))
        if (before) await chmod(draft.path, before.mode & 0o7777)
        await rename(draft.path, target)
      } catch (error) {
        await rm(draft.path, { force: true })
        throw error
      }
    },
    async remove(path) {
      await rm(absolute(path), { recursive: true, force: true })
    },
  }
}

/** A new file beside the one to be written, so that the rename stays on one disk and cannot stop half-way. */
async function openDraft(folder: string, next: () => number) {
  for (;;) {
    const path = join(folder, draftName(next()))
    try {
      return { path, handle: await open(path, 'wx') }
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error
    }
  }
}

async function kindOf(path: string): Promise<Entry['kind'] | undefined> {
  const entry = await orNothing(stat(path))
  if (entry?.isFile()) return 'file'
  return entry?.isDirectory() ? 'folder' : undefined
}

/**
 * Told at once: to wait for each of ten thousand files takes fifteen times as long as to look. The time of the change of
 * the entry itself (`ctime`) is in it too, since programs that copy set the other one back.
 */
function stampOf(path: string): Stamp | undefined {
  try {
    const entry = statSync(absolute(path), { throwIfNoEntry: false })
    return entry && new DiskStamp(path, entry, Date.now())
  } catch {
    // What may not be looked at tells nothing either: whoever reads it meets the error.
    return undefined
  }
}

class DiskStamp implements Stamp {
  readonly id: string

  constructor(
    private readonly path: string,
    private readonly entry: Stats,
    private readonly taken: number,
  ) {
    const { mtimeMs, ctimeMs, size, ino } = entry
    this.id = `${mtimeMs} ${ctimeMs} ${size} ${ino}`
  }

  get isFine(): boolean {
    return !Number.isInteger(this.entry.mtimeMs)
  }

  // Few ask for it, and a folder has to be opened for it.
  get isSettled(): boolean {
    const { mtimeMs, ctimeMs } = this.entry
    const age = this.taken - Math.max(mtimeMs, ctimeMs)
    return age > (this.isFine ? fine : coarse) && isPlain(this.path, this.entry.isDirectory())
  }
}

/** Whether a change of what is in a folder is seen of the folder: what its links lead to changes without it. */
function isPlain(path: string, isFolder: boolean): boolean {
  if (!isFolder) return true
  try {
    return readdirSync(path, { withFileTypes: true }).every(entry => !entry.isSymbolicLink())
  } catch {
    return false
  }
}

/** Milliseconds in which two changes may have one time: Linux has it of its tick, at most 10; FAT has every other second. */
const [fine, coarse] = [50, 2500]

async function orNothing<T>(asked: Promise<T>): Promise<T | undefined> {
  try {
    return await asked
  } catch (error) {
    if (nothingThere.has(codeOf(error) ?? '')) return undefined
    throw error
  }
}

const codeOf = (error: unknown): string | undefined =>
  error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined

/** The path, when it does not depend on the working folder. */
export function absolute(path: string): string {
  if (isAbsolute(path)) return path
  throw new TypeError(`Expected an absolute path, not "${path}"`)
}
