import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, it } from 'vitest'
import { partsBeside, versionsBeside } from '../../../pipeline/world/program.js'
import { projectRoot } from '../../support/built-samples.js'
import { temporaryFolder } from '../../support/cli.js'

const read = (path: string) => readFileSync(join(projectRoot, path), 'utf8')

it('knows every package that the bundle leaves beside it', () => {
  const [, names = ''] = /external: \[\s*\/\^\(\?:(.*?)\)\(\?:/.exec(read('scripts/bundle.mjs')) ?? []
  const external = names.replaceAll('\\/', '/').split('|')
  expect(external).toContain('sharp')
  expect(partsBeside).toEqual(expect.arrayContaining(external))
  const { dependencies } = JSON.parse(read('package.json'))
  // One of them comes with another of them.
  const found = versionsBeside(import.meta.url).filter((_, at) => partsBeside[at] !== 'libxml2-wasm')
  expect(found).toEqual(partsBeside.flatMap(name => dependencies[name] ?? []))
})

it('has the version of the nearest of each, and of none where there is none', () => {
  const root = temporaryFolder()
  const inner = join(root, 'node_modules/trifold')
  const install = (folder: string, version: string) => {
    mkdirSync(join(folder, 'node_modules/sharp'), { recursive: true })
    writeFileSync(join(folder, 'node_modules/sharp/package.json'), JSON.stringify({ version }))
  }
  const found = () => versionsBeside(pathToFileURL(join(inner, 'build/bundle/part.js')).href)[0]
  expect(found()).toBeNull()
  install(root, '1.0.0')
  expect(found()).toBe('1.0.0')
  install(inner, '2.0.0')
  expect(found()).toBe('2.0.0')
})
