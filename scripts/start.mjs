// @ts-check
/** `npm start`: sets up, builds the sample publication in content/, and says which files to open. */
import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { argv, execPath, exit } from 'node:process'
import { root } from './setup/root.mjs'
import { setUp } from './setup.mjs'
import { filesToOpen } from './start/files.mjs'

await setUp()
const command = join(root, 'build', 'bundle', 'trifold.js')
const { status } = spawnSync(execPath, [command, 'build', ...argv.slice(2)], { cwd: root, stdio: 'inherit' })
for (const line of filesToOpen(listing(join(root, 'dist')))) console.log(line)
exit(status ?? 1)

/**
 * @param {string} folder
 * @returns {string[]}
 */
function listing(folder) {
  try {
    return readdirSync(folder, { withFileTypes: true }).flatMap(entry =>
      entry.isDirectory()
        ? readdirSync(join(folder, entry.name)).map(name => `dist/${entry.name}/${name}`)
        : [`dist/${entry.name}`],
    )
  } catch {
    return []
  }
}
