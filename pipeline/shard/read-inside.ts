import { join } from 'node:path'
import type { Files } from '../world.js'

/**
 * Reads a file of a folder that came from elsewhere; undefined where it is not there as a file of that folder itself, as
 * at the end of a link.
 *
 * @param folder absolute
 * @param path from the folder, with `/`
 * @throws as `Files.read`
 */
export async function readInside(
  folder: string,
  path: string,
  files: Files,
): Promise<Uint8Array | undefined> {
  const root = await files.resolve(folder)
  if (root === undefined) return undefined
  const real = join(root, path)
  const isItself = (await files.resolve(real)) === real && (await files.kind(real)) === 'file'
  return isItself ? files.read(real) : undefined
}

/** What JSON holds; undefined where it is none. */
export function jsonIn(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(bytes))
  } catch {
    return undefined
  }
}
