import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { rolldown } from 'rolldown'
import { afterAll, expect, test } from 'vitest'
import { browsersLater } from '../../../scripts/bundle/browsers-later.mjs'
import { projectRoot } from '../../support/built-samples.js'

const folder = mkdtempSync(join(tmpdir(), 'trifold-browsers-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('puppeteer loads what starts a browser, and what downloads one when it is called', async () => {
  symlinkSync(join(projectRoot, 'node_modules'), join(folder, 'node_modules'))
  const source = join(folder, 'source.js')
  writeFileSync(source, `export { default } from 'puppeteer'`)
  const bundle = await rolldown({ input: source, platform: 'node', plugins: [browsersLater] })
  const dir = join(folder, 'out')
  const { output } = await bundle.write({ dir, format: 'esm' })
  await bundle.close()
  const chunks = new Map(output.flatMap(file => (file.type === 'chunk' ? [[file.fileName, file]] : [])))
  const atOnce = new Set<string>()
  const follow = (name: string) => {
    const chunk = chunks.get(name)
    if (!chunk || atOnce.has(name)) return
    atOnce.add(name)
    chunk.imports.forEach(follow)
  }
  follow('source.js')
  const modules = [...atOnce].flatMap(name => chunks.get(name)?.moduleIds ?? [])
  expect(modules.some(id => id.endsWith('browsers/lib/esm/launch.js'))).toBe(true)
  expect(modules.filter(id => /proxy-agent|install\.js|tar-fs/.test(id))).toEqual([])

  const { default: puppeteer } = await import(pathToFileURL(join(dir, 'source.js')).href)
  const cache = join(folder, 'cache')
  mkdirSync(cache)
  puppeteer.configuration.cacheDirectory = cache
  // Looks for what is installed, in a folder with nothing.
  await expect(puppeteer.trimCache()).resolves.toBeUndefined()
})
