// @ts-check
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { platform } from 'node:process'
import { root } from '../setup/root.mjs'

/**
 * Installs packages that ours is compared with into a folder of their own: they are none of the project's. What is there
 * already is left.
 *
 * @param {string} name of the folder, in node_modules/.cache
 * @param {Readonly<Record<string, string>>} packages their versions
 * @returns {string | undefined} the folder, or undefined where they cannot be had, which npm has said
 */
export function installedApart(name, packages) {
  const folder = join(root, 'node_modules', '.cache', name)
  const manifest = `${JSON.stringify({ private: true, dependencies: packages }, undefined, 2)}\n`
  const file = join(folder, 'package.json')
  const done = join(folder, '.installed')
  if (existsSync(done) && existsSync(file) && readFileSync(file, 'utf8') === manifest) return folder
  mkdirSync(folder, { recursive: true })
  writeFileSync(file, manifest)
  console.log(`Installing ${Object.keys(packages).join(', ')} into ${folder}`)
  const { status } = spawnSync(
    'npm',
    ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'],
    { cwd: folder, stdio: 'inherit', shell: platform === 'win32' },
  )
  if (status !== 0) return undefined
  writeFileSync(done, '')
  return folder
}
