import { deserialize } from 'node:v8'
import type { Cache } from '../../pipeline/world.js'

/** What is kept of the parts of a rendition, by what it looks like. */
export type KeptKind = 'picture' | 'EPUBCheck' | 'PDF' | 'cover' | 'thumbnail' | 'formulas'

/** A cache that counts, of each kind, what was taken from it and what was made and put. */
export interface CountingCache extends Cache {
  /** What was counted since the last time this was asked. */
  counted(): {
    readonly taken: Partial<Record<KeptKind, number>>
    readonly made: Partial<Record<KeptKind, number>>
  }
}

export function countingCache(cache: Cache): CountingCache {
  let taken: Partial<Record<KeptKind, number>> = {}
  let made: Partial<Record<KeptKind, number>> = {}
  return {
    ...cache,
    async get(key) {
      const bytes = await cache.get(key)
      if (bytes) count(taken, bytes)
      return bytes
    },
    async put(key, bytes) {
      count(made, bytes)
      await cache.put(key, bytes)
    },
    counted() {
      const all = { taken, made }
      taken = {}
      made = {}
      return all
    },
  }
}

function count(counts: Partial<Record<KeptKind, number>>, bytes: Uint8Array): void {
  const kind = kindOf(deserialize(bytes))
  counts[kind] = (counts[kind] ?? 0) + 1
}

/** @throws where it is nothing that is known: then the count says nothing */
function kindOf(kept: object): KeptKind {
  if (Array.isArray(kept)) return 'EPUBCheck'
  if (kept instanceof Map) return 'formulas'
  if ('variants' in kept) return 'picture'
  if ('pages' in kept) return 'PDF'
  if ('path' in kept) return 'thumbnail'
  if ('bytes' in kept) return 'cover'
  throw new Error(`Unexpected ${Object.keys(kept)} in the cache`)
}
