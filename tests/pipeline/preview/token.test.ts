import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { keptToken } from '../../../pipeline/preview/token.js'
import { sendingWorld } from '../../../pipeline/world/sending.js'
import { nodeWorld } from '../../../pipeline/world-node.js'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'trifold-token-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const log = { info: () => {}, progress: () => {}, message: () => {} }
const world = sendingWorld(nodeWorld({ env: {}, log }))
const token = (root: string, kept: string | undefined = folder) => keptToken(root, kept, world)
const files = () => readdirSync(join(folder, 'preview')).filter(name => name !== 'CACHEDIR.TAG')

test('a publication keeps its token, and has it alone', async () => {
  const first = await token('/letters/one')
  expect(first).toMatch(/^[\da-f]{32}$/)
  expect(await token('/letters/one')).toBe(first)
  expect(await token('/letters/two')).not.toBe(first)
})

test.skipIf(process.platform === 'win32')('nobody else on the machine reads it', async () => {
  await token('/letters/one')
  const [name = ''] = files()
  expect(statSync(join(folder, 'preview', name)).mode & 0o777).toBe(0o600)
})

test('is another each time where nothing is kept, or what is kept is none', async () => {
  const nowhere = () => keptToken('/letters/one', undefined, world)
  expect(await nowhere()).not.toBe(await nowhere())
  const first = await token('/letters/one')
  const [name = ''] = files()
  writeFileSync(join(folder, 'preview', name), 'short')
  const second = await token('/letters/one')
  expect(second).not.toBe(first)
  expect(second).toMatch(/^[\da-f]{32}$/)
  expect(await token('/letters/one')).toBe(second)
})

test('is there where the folder cannot be written', async () => {
  writeFileSync(join(folder, 'file'), '')
  expect(await token('/letters/one', join(folder, 'file'))).toMatch(/^[\da-f]{32}$/)
})
