import type { Cache } from '../world.js'

/** Keeps nothing and has nothing. */
export const noCache: Cache = {
  get: async () => undefined,
  put: async () => undefined,
  lines: async () => [],
  append: async () => undefined,
  replace: async () => undefined,
}
