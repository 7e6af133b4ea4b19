import type { Cache } from '../world.js'

/** A cache that lives and dies with the object. */
export function memoryCache(): Cache {
  const kept = new Map<string, Uint8Array>()
  const logs = new Map<string, readonly string[]>()
  return {
    get: async key => kept.get(key),
    async put(key, bytes) {
      kept.set(key, Uint8Array.from(bytes))
    },
    lines: async name => logs.get(name) ?? [],
    async append(name, lines) {
      logs.set(name, [...(logs.get(name) ?? []), ...lines])
    },
    async replace(name, lines) {
      logs.set(name, lines)
    },
  }
}
