import { readdirSync, readFileSync } from 'node:fs'
import { digestOf } from '../cache/digest.js'

/**
 * What this Trifold is, with the Node that runs it: another build of it may write other bytes. Of the bundle, whose parts
 * are named by what they hold; where it runs from its sources, nobody can tell whether they have been edited, and each
 * process is a Trifold of its own.
 */
export function programDigest(): string {
  known ??= lookedAt()
  return known
}

let known: string | undefined

function lookedAt(): string {
  const { version, arch, platform, pid, hrtime } = process
  const bundle = bundleDigest()
  return bundle === undefined
    ? `unbundled-${pid}-${hrtime.bigint()}`
    : digestOf(bundle, version, arch, platform)
}

/** What this Trifold is, whatever Node runs it on whatever machine; undefined where it runs from its sources. */
export function bundleDigest(): string | undefined {
  try {
    const parts = readdirSync(new URL('.', import.meta.url))
      .filter(name => name.startsWith('part-'))
      .sort()
    const entry = readFileSync(new URL('trifold.js', import.meta.url))
    return digestOf(parts, entry)
  } catch {
    return undefined
  }
}
