import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { notices } from '../../../scripts/bundle/notices.mjs'
import { bundlePage } from '../../../scripts/bundle/page.mjs'
import { projectRoot } from '../../support/built-samples.js'

const folder = mkdtempSync(join(tmpdir(), 'trifold-notices-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const put = (path: string, text: string) => {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), text)
  return join(folder, path)
}

test('names each package once, with its licence', async () => {
  put('node_modules/@tide/sand/package.json', '{"name":"@tide/sand","version":"1.2.3","license":"MIT"}')
  put('node_modules/@tide/sand/LICENCE.md', 'Copyright the moon\n')
  const said = await notices([
    join(folder, 'node_modules/@tide/sand/a.js'),
    join(folder, 'node_modules/@tide/sand/lib/b.js'),
    join(folder, 'own/main.ts'),
    '\0virtual',
  ])
  expect(said).toBe('@tide/sand 1.2.3 (MIT)\n\nCopyright the moon\n')
})

test('fails for a package without a licence', async () => {
  const module = put('node_modules/mud/index.js', '')
  put('node_modules/mud/package.json', '{"name":"mud","version":"1.0.0"}')
  await expect(notices([module])).rejects.toThrow('mud 1.0.0: expected its licence')
})

test('the page has a worker of its own, no reader for other books, and the notices of what is in it', async () => {
  const to = join(folder, 'page')
  await bundlePage(join(projectRoot, 'pipeline/preview/page'), to)
  const files = readdirSync(to)
  expect(files).toEqual(expect.arrayContaining(['main.js', 'pdf-worker.js', 'notices.txt']))
  const said = readFileSync(join(to, 'notices.txt'), 'utf8')
  expect(said.includes('Copyright (c) 2022 John Factotum')).toBe(true)
  expect(/^pdfjs-dist 5\.\S+ \(Apache-2\.0\)\n\nApache License/m.test(said)).toBe(true)
  // pdf.js and foliate are loaded when they are needed.
  expect(readFileSync(join(to, 'main.js')).byteLength).toBeLessThan(150_000)
  const programs = files.filter(name => name.startsWith('part-'))
  const saying = (words: string) =>
    programs.filter(name => readFileSync(join(to, name), 'utf8').includes(words)).length
  expect(saying('allow-same-origin')).toBe(1)
  expect(saying('allow-scripts')).toBe(0)
  expect(saying('BOOKMOBI')).toBe(0)
})
