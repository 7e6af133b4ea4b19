import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { packageReader } from '../../../pipeline/world/packages.js'

let root: string
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'trifold-packages-'))
  for (const name of ['@own/face', '@fontsource/source-serif-4']) {
    await mkdir(join(root, 'node_modules', name), { recursive: true })
    await writeFile(join(root, 'node_modules', name, 'package.json'), `{"name":"${name}"}`)
    await writeFile(join(root, 'node_modules', name, 'unicode.json'), 'own')
  }
  await writeFile(join(root, 'secret.txt'), 'secret')
})
afterAll(() => rm(root, { recursive: true, force: true }))

test("finds a package of the publication's, and prefers it to Trifold's own", async () => {
  const read = packageReader([root])
  expect(await read('@own/face/unicode.json')).toEqual(Buffer.from('own'))
  expect(await read('@fontsource/source-serif-4/unicode.json')).toEqual(Buffer.from('own'))
})

test("finds Trifold's own packages from anywhere", async () => {
  const font = await packageReader([join(root, 'none')])(
    '@fontsource/source-serif-4/files/source-serif-4-latin-400-normal.woff2',
  )
  expect(Buffer.from(font ?? []).toString('latin1', 0, 4)).toBe('wOF2')
})

test.each([
  '@none/none/file',
  '@own/face/none.json',
  '@own/face/../../../secret.txt',
  './secret.txt',
  '../secret.txt',
  'fs/promises',
  'node:fs/promises',
  '/etc/hostname',
  '@own/face',
])('finds nothing at %s', async path => {
  expect(await packageReader([root])(path)).toBeUndefined()
})
