import { basename, dirname, join } from 'node:path'
import type { Entry, Files } from '../world.js'

/** Files over those of a disk: what is written stays beside it, and the disk as it was. */
export interface FilesAside extends Files {
  /** What was written, by absolute path. */
  written(): ReadonlyMap<string, Uint8Array>
}

/** @param disk what is read where nothing was written or removed */
export function filesAside(disk: Files): FilesAside {
  const written = new Map<string, Uint8Array>()
  const removed = new Set<string>()
  const isGone = (path: string): boolean =>
    [...removed].some(gone => path === gone || path.startsWith(join(gone, '/')))
  const isFolder = (path: string): boolean =>
    [...written.keys()].some(file => file.startsWith(join(path, '/')))
  return {
    written: () => written,
    async read(path) {
      const own = written.get(path)
      if (own) return own
      if (isGone(path)) throw Object.assign(new Error(`${path} was removed`), { code: 'ENOENT' })
      return disk.read(path)
    },
    async list(folder) {
      const below = (await disk.kind(folder)) === 'folder' ? await disk.list(folder) : []
      const entries = new Map<string, Entry>(
        below.filter(({ name }) => !isGone(join(folder, name))).map(entry => [entry.name, entry]),
      )
      for (const path of written.keys()) {
        if (dirname(path) === folder) entries.set(basename(path), { name: basename(path), kind: 'file' })
      }
      return [...entries.values()].sort((a, b) => (a.name < b.name ? -1 : 1))
    },
    resolve: path => (written.has(path) ? Promise.resolve(path) : disk.resolve(path)),
    async kind(path) {
      if (written.has(path)) return 'file'
      if (isFolder(path)) return 'folder'
      return isGone(path) ? undefined : disk.kind(path)
    },
    async size(path) {
      return written.get(path)?.byteLength ?? (isGone(path) ? undefined : disk.size(path))
    },
    // Nothing is told by what is made to be thrown away.
    stamps: async paths => paths.map(() => undefined),
    async write(path, bytes) {
      written.set(path, bytes)
    },
    async remove(path) {
      for (const file of written.keys())
        if (file === path || file.startsWith(join(path, '/'))) written.delete(file)
      removed.add(path)
    },
  }
}
