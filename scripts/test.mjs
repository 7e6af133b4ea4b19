// @ts-check
/**
 * `npm test`, `npm run proof`: sets up, runs vitest with the arguments given, and ends with `N passed, N failed`.
 * The exit code is vitest's.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process, { argv, execPath } from 'node:process'
import { root } from './setup/root.mjs'
import { setUp } from './setup.mjs'
import { figuresLine, figuresOf } from './test/figures.mjs'
import { getTools } from './test/tools.mjs'

await setUp()
getTools(argv.slice(2))

const folder = mkdtempSync(join(tmpdir(), 'trifold-figures-'))
const report = join(folder, 'report.json')
try {
  const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const { status } = spawnSync(execPath, [vitest, 'run', ...reporters, ...argv.slice(2)], {
    cwd: root,
    stdio: 'inherit',
  })
  const figures = existsSync(report) ? figuresOf(JSON.parse(readFileSync(report, 'utf8'))) : undefined
  if (figures) console.log(figuresLine(figures))
  else console.error('The run ended before it had any figures.')
  process.exitCode = figures ? (status ?? 1) : status || 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}
