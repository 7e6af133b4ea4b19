import { basename, join } from 'node:path'
import type { Files } from '../world.js'

/** More entries than a publication's folder has: a whole disk that was taken for one is not searched. */
const mostEntries = 20_000

/**
 * The one file of a name in a folder or below it, absolute: Obsidian keeps pictures in a folder of their own and names
 * them without it. Undefined where there is none, or more than one.
 *
 * @param folder absolute, with every link resolved; links in it are not followed
 */
export async function fileNamed(files: Files, name: string, folder: string): Promise<string | undefined> {
  const wanted = basename(name).normalize()
  const folders = [folder]
  const found: string[] = []
  let entries = 0
  for (let at = folders.shift(); at !== undefined; at = folders.shift()) {
    for (const entry of await files.list(at).catch(() => [])) {
      if (++entries > mostEntries) return undefined
      if (entry.name.startsWith('.') || entry.name === 'node_modules') continue
      const path = join(at, entry.name)
      const isWanted = entry.kind === 'file' && entry.name.normalize() === wanted
      if (!isWanted && entry.kind !== 'folder') continue
      // A link could lead out of the folder, or round in it.
      if ((await files.resolve(path)) !== path) continue
      if (isWanted) found.push(path)
      else folders.push(path)
    }
  }
  return found.length === 1 ? found[0] : undefined
}
