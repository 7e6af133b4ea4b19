import { readFileSync } from 'node:fs'

/** Trifold's version, from its package. Read from beside the code, wherever it is installed. */
export function version(): string {
  // build/pipeline/version.js and pipeline/version.ts lie at different depths below the package.
  for (const path of ['../../package.json', '../package.json']) {
    try {
      const { name, version: found } = JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'))
      if (name === 'trifold') return String(found)
    } catch {
      // Not at this depth.
    }
  }
  return '0.0.0'
}
