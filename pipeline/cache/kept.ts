import { deserialize, serialize } from 'node:v8'
import { noCache } from '../world/no-cache.js'
import { programDigest } from '../world/program.js'
import type { Cache } from '../world.js'
import { type DigestPart, digestOf } from './digest.js'

/** What a page may ask for, as parts of a digest. */
export const resourceParts = (
  resources: ReadonlyMap<string, { readonly bytes: Uint8Array; readonly type: string }>,
): DigestPart[] => [...resources].flatMap(([path, { bytes, type }]) => [path, type, bytes])

/**
 * What is made of some content: what an earlier run kept of it, or made now and kept for later ones.
 *
 * @param made a name of what is made, and all that it depends on besides Trifold itself
 * @param make gives what `structuredClone` can copy
 * @param isLasting whether it will be the same the next time; a failure may not
 */
export async function kept<T>(
  cache: Cache,
  made: readonly [name: string, ...parts: DigestPart[]],
  make: () => Promise<T>,
  isLasting: (made: T) => boolean = () => true,
): Promise<T> {
  // What nobody keeps needs no name.
  if (cache === noCache) return make()
  const key = digestOf(programDigest(), ...made)
  const before = await cache.get(key)
  // What has the key was put there by this function of this very program, and its digest is right.
  if (before) return deserialize(before) as T
  const now = await make()
  if (isLasting(now)) await cache.put(key, serialize(now))
  return now
}
