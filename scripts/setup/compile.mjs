// @ts-check
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { execPath, exit } from 'node:process'
import { root } from './root.mjs'

const sourceFolders = ['pipeline', 'templates']
// The lock file too: packages are bundled with the sources.
const settings = [
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'tsconfig.build.json',
  'scripts/bundle.mjs',
]
const buildFolder = join(root, 'build')
// Not in build/, which is what is published.
const stampFile = join(root, 'node_modules', '.trifold-build')

/** What `trifold` runs: the compiled sources and what they import, in few files. */
const command = join('bundle', 'trifold.js')

/**
 * Compiles the sources into build/ unless they are those it was made from, and bundles them. What no source stands
 * behind any more is removed. Ends the process with code 1 if the compiler refuses; build/ is then as it was.
 *
 * @param {{force?: boolean}} [options]
 */
export function compile({ force = false } = {}) {
  const sources = sourceFolders.flatMap(folder => filesIn(root, folder))
  const stamp = sourcesStamp([...settings, ...sources].map(path => [path, readFileSync(join(root, path))]))
  const wanted = new Set(sources.flatMap(outputs))
  const whole = () => [...wanted, command].every(path => existsSync(join(buildFolder, path)))
  if (!force && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp && whole()) return
  console.log('Compiling')
  run(join('node_modules', 'typescript', 'bin', 'tsc'), [
    '-p',
    'tsconfig.build.json',
    '--noEmitOnError',
    'true',
  ])
  for (const path of existsSync(buildFolder) ? filesIn(buildFolder, '') : []) {
    if (!wanted.has(path) && !path.startsWith('bundle/')) rmSync(join(buildFolder, path))
  }
  run(join('scripts', 'bundle.mjs'), [])
  writeFileSync(stampFile, stamp)
}

/**
 * Runs a program in Node; ends this process with code 1 where it fails.
 *
 * @param {string} file from the root
 * @param {readonly string[]} args
 */
function run(file, args) {
  const { status } = spawnSync(execPath, [join(root, file), ...args], { cwd: root, stdio: 'inherit' })
  if (status === 0) return
  console.error('The sources do not compile: see above.')
  exit(1)
}

/**
 * One hash over names and contents.
 *
 * @param {(readonly [path: string, content: string | Uint8Array])[]} files
 */
export function sourcesStamp(files) {
  const hash = createHash('sha256')
  for (const [path, content] of [...files].sort(([a], [b]) => (a < b ? -1 : 1))) {
    hash.update(`${path}\0${content.length}\0`).update(content)
  }
  return `${hash.digest('hex')}\n`
}

/**
 * What the compiler makes of a source.
 *
 * @param {string} source
 * @returns {string[]}
 */
export function outputs(source) {
  const bare = source.replace(/\.tsx?$/, '')
  if (bare.endsWith('.d')) return []
  return bare === source ? [source] : [`${bare}.js`, `${bare}.d.ts`]
}

/**
 * @param {string} base
 * @param {string} folder
 * @returns {string[]} paths from base, with slashes
 */
function filesIn(base, folder) {
  return readdirSync(join(base, folder), { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry =>
      join(entry.parentPath, entry.name)
        .slice(base.length + 1)
        .split(sep)
        .join('/'),
    )
}
