import type { BrowserHost, CachedBrowser } from '../../../pipeline/browser/find.js'

/** A machine in memory: the files that are there, and what its puppeteer cache lists. */
export function machine(given: {
  files?: readonly string[]
  cached?: Readonly<Record<string, readonly CachedBrowser[]>>
  platform?: NodeJS.Platform
  home?: string
  env?: Readonly<Record<string, string>>
}): BrowserHost {
  return {
    platform: given.platform ?? 'linux',
    home: given.home ?? '/home/ann',
    env: given.env ?? {},
    exists: async path => given.files?.includes(path) ?? false,
    cached: async folder => given.cached?.[folder] ?? [],
  }
}
