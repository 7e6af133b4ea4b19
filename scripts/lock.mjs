// @ts-check
/** `npm run lock`: adds to package-lock.json what npm leaves out of it, after packages were added or renewed. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { missingForOtherSystems } from './lock/complete.mjs'
import { root } from './setup/root.mjs'

const path = join(root, 'package-lock.json')
const lock = JSON.parse(readFileSync(path, 'utf8'))
const missing = missingForOtherSystems(lock)
// In npm's own order, for a quiet diff.
const packages = Object.entries({ ...lock.packages, ...missing }).sort(([a], [b]) => a.localeCompare(b, 'en'))
if (Object.keys(missing).length > 0) {
  writeFileSync(path, `${JSON.stringify({ ...lock, packages: Object.fromEntries(packages) }, null, 2)}\n`)
}
console.log(`${Object.keys(missing).length} packages for other systems added to package-lock.json`)
