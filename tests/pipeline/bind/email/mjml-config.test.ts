import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { compileMjml, type MjmlJson } from '../../../../pipeline/bind/email/mjml.js'

const require = createRequire(import.meta.url)
const before = process.cwd()
let folder: string

const tree: MjmlJson = {
  tagName: 'mjml',
  attributes: {},
  children: [{ tagName: 'mj-body', attributes: {}, children: [] }],
}

const forgetMjml = () => {
  for (const path of Object.keys(require.cache))
    if (/node_modules\/mjml/.test(path)) delete require.cache[path]
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mjmlconfig-'))
  writeFileSync(join(folder, '.mjmlconfig'), JSON.stringify({ packages: ['./evil.js'] }))
  writeFileSync(
    join(folder, 'evil.js'),
    `require('fs').writeFileSync(${JSON.stringify(join(folder, 'ran'))}, ''); module.exports = {}`,
  )
  process.chdir(folder)
})

afterEach(() => {
  process.chdir(before)
  rmSync(folder, { recursive: true })
  vi.restoreAllMocks()
})

it('runs nothing that a .mjmlconfig in the working folder names, and leaves the process as it was', async () => {
  const complaint = vi.spyOn(console, 'error').mockImplementation(() => {})
  const { cwd } = process
  expect(await compileMjml(tree)).toContain('<!doctype html>')
  expect(existsSync(join(folder, 'ran'))).toBe(false)
  expect(complaint).not.toHaveBeenCalled()
  expect(process.cwd).toBe(cwd)
  expect(process.env.MJML_BROWSER).toBeUndefined()
})

it('would run it, were MJML loaded without the guard', () => {
  forgetMjml()
  require('mjml')
  expect(existsSync(join(folder, 'ran'))).toBe(true)
})
