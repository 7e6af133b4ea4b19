// @ts-check
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { platform } from 'node:process'
import { pathToFileURL } from 'node:url'
import { root } from '../setup/root.mjs'

/** What the email is compared with. They are no packages of the project's: a folder of their own holds them. */
export const peers = {
  '@react-email/components': '1.0.12',
  '@react-email/render': '2.3.1',
  react: '19.3.1',
  'react-dom': '19.3.1',
}

/**
 * The peers, installed where they are not yet; undefined where they cannot be, which has been said.
 *
 * @param {string} [folder]
 */
export async function loadPeers(folder = join(root, 'node_modules', '.cache', 'trifold-bench')) {
  if (!install(folder)) return undefined
  const from = createRequire(join(folder, 'package.json'))
  /** @param {string} name @returns {Promise<any>} */
  const load = async name => {
    const module = await import(pathToFileURL(from.resolve(name)).href)
    return module.default ? { ...module.default, ...module } : module
  }
  return {
    react: await load('react'),
    components: await load('@react-email/components'),
    render: (await load('@react-email/render')).render,
  }
}

/** @param {string} folder */
function install(folder) {
  const manifest = `${JSON.stringify({ private: true, dependencies: peers }, undefined, 2)}\n`
  const file = join(folder, 'package.json')
  const done = join(folder, '.installed')
  if (existsSync(done) && existsSync(file) && readFileSync(file, 'utf8') === manifest) return true
  mkdirSync(folder, { recursive: true })
  writeFileSync(file, manifest)
  console.log(`Installing ${Object.keys(peers).join(', ')} into ${folder}`)
  const { status } = spawnSync(
    'npm',
    ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'],
    { cwd: folder, stdio: 'inherit', shell: platform === 'win32' },
  )
  if (status === 0) writeFileSync(done, '')
  else console.log('They could not be installed: React Email is left out.')
  return status === 0
}
