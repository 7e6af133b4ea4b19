import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { digestOf } from '../cache/digest.js'
import { version } from '../version.js'

/** What the bundle has beside itself: packages that are loaded as they are installed (`scripts/bundle.mjs`, `pdf-lib.ts`). */
export const partsBeside = [
  'sharp',
  '@cantoo/pdf-lib',
  'jiti',
  'piscina',
  'linkedom',
  'defuddle',
  '@mozilla/readability',
  'mathml-to-latex',
  'libxml2-wasm',
  'axe-core',
  'html-validate',
] as const

/**
 * What this Trifold is, with the Node that runs it and the packages that are not in the bundle: another build of any may
 * write other bytes. Of the bundle, whose parts are named by what they hold; where it runs from its sources, nobody can
 * tell whether they have been edited, and each process is a Trifold of its own.
 */
export function programDigest(): string {
  known ??= lookedAt()
  return known
}

let known: string | undefined

function lookedAt(): string {
  const { versions, arch, platform } = process
  const bundle = bundleDigest()
  return bundle === undefined
    ? neverAgain()
    : digestOf(bundle, versionsBeside(import.meta.url), versions, arch, platform)
}

/** What is another each time: of what nobody can tell whether it is as it was. */
export const neverAgain = (): string => `${process.pid} ${process.hrtime.bigint()}`

/** What this Trifold is, whatever Node runs it on whatever machine; undefined where it runs from its sources. */
export function bundleDigest(): string | undefined {
  try {
    const names = readdirSync(new URL('.', import.meta.url)).sort()
    if (!names.includes('trifold.js')) return undefined
    const parts = names.filter(name => name.startsWith('part-'))
    const entries = names
      .filter(name => name.endsWith('.js') && !name.startsWith('part-'))
      .map(name => readFileSync(new URL(name, import.meta.url), 'utf8'))
    return digestOf(version(), parts, entries)
  } catch {
    return undefined
  }
}

/**
 * The versions of the parts beside, as they are found from a module; null for one that is not installed. Only looked for
 * in folders, which takes a tenth of the time of Node's own resolving.
 */
export function versionsBeside(module: string): readonly (string | null)[] {
  const { resolve } = createRequire(module)
  return partsBeside.map(name => {
    for (const folder of resolve.paths(name) ?? [])
      try {
        const { version }: { version?: unknown } = JSON.parse(
          readFileSync(join(folder, name, 'package.json'), 'utf8'),
        )
        return String(version)
      } catch {
        // Not in this one.
      }
    return null
  })
}
