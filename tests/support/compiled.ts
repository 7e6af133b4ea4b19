import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { projectRoot } from './built-samples.js'

/** The command as it is installed, for processes of its own. */
export interface Compiled {
  /** What `node` runs. */
  readonly command: string
  remove(): void
}

/** Compiles the sources into a folder of its own. */
export function compiled(): Compiled {
  const folder = mkdtempSync(join(tmpdir(), 'trifold-compiled-'))
  const out = join(folder, 'build')
  const compiler = join(projectRoot, 'node_modules/.bin/tsc')
  execFileSync(compiler, ['-p', join(projectRoot, 'tsconfig.build.json'), '--outDir', out])
  symlinkSync(join(projectRoot, 'node_modules'), join(folder, 'node_modules'))
  writeFileSync(join(folder, 'package.json'), readFileSync(join(projectRoot, 'package.json')))
  execFileSync(process.execPath, [join(projectRoot, 'scripts/bundle.mjs')], { cwd: folder })
  return {
    command: join(out, 'bundle/trifold.js'),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}
