import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { ConfigError } from '../../../pipeline/config/config.js'
import { loadConfig } from '../../../pipeline/config/load.js'
import { copyable } from '../../../pipeline/threads/task.js'
import { memoryWorld } from '../../../pipeline/world-memory.js'

const load = (files: Record<string, string>, from: { file?: string; folder: string }) =>
  loadConfig(memoryWorld({ files }), from)

async function faultsOf(files: Record<string, string>, from: { file?: string; folder: string }) {
  const error: unknown = await load(files, from).then(
    () => undefined,
    reason => reason,
  )
  if (!(error instanceof ConfigError)) throw new Error(`expected a ConfigError, found ${error}`)
  return error.messages.map(({ file, line, ruleId, reason }) => `${file}:${line ?? ''} ${ruleId} ${reason}`)
}

describe('where the config is found', () => {
  it('is the nearest, going up from the folder', async () => {
    const files = { '/a/trifold.yaml': 'name: Far', '/a/b/trifold.yml': 'name: Near', '/a/b/c/x.md': '' }
    const { config } = await load(files, { folder: '/a/b/c' })
    expect(config).toMatchObject({ root: '/a/b', file: '/a/b/trifold.yml', publication: { name: 'Near' } })
  })

  it('is the one that is named, seen from the folder', async () => {
    const files = { '/a/trifold.yaml': 'name: Near', '/b/other.yaml': 'name: Other' }
    const { config } = await load(files, { folder: '/a', file: '../b/other.yaml' })
    expect(config).toMatchObject({ root: '/b', publication: { name: 'Other' } })
  })

  it('is none outside a publication: defaults of our own, dist under the folder', async () => {
    const { config, messages } = await load({ '/a/article.md': '' }, { folder: '/a' })
    expect(config).toMatchObject({
      root: '/a',
      outputDir: '/a/dist',
      formats: ['email', 'pdf', 'epub', 'web'],
    })
    expect(config.file).toBeUndefined()
    expect(messages).toEqual([])
  })

  it.each([
    ['a name that is not there', {}, 'x.yaml', '/a/x.yaml: config-file There is no such config'],
    ['a name of no kind we read', { '/a/x.ini': '' }, 'x.ini', '/a/x.ini: config-file A config ends in'],
    [
      'two in one folder',
      { '/a/trifold.yaml': '', '/a/trifold.config.ts': '' },
      undefined,
      '/a/trifold.yaml: config-file Two configs in one folder, trifold.yaml and trifold.config.ts',
    ],
    ['a folder of that name', { '/a/x.yaml/y': '' }, 'x.yaml', '/a/x.yaml: config-file It cannot be read'],
  ])('is an error for %s', async (_, files, file, expected) => {
    const [first, ...more] = await faultsOf(files as Record<string, string>, {
      folder: '/a',
      ...(file ? { file } : {}),
    })
    expect(first).toContain(expected)
    expect(more).toEqual([])
  })
})

describe('a config in code', () => {
  const at = (code: string) => ({ '/a/trifold.config.ts': code })

  it('is TypeScript, with what defineConfig() gives', async () => {
    const code = `import { defineConfig } from 'trifold'
      const name: string = await Promise.resolve('Slack Water')
      export default defineConfig({ name, templates: { email: 1 } })`
    const { config } = await load(at(code), { folder: '/a' })
    expect(config).toMatchObject({ publication: { name: 'Slack Water' }, templates: { email: 1 } })
  })

  it('may bring what takes the messages, which stays the object that it is', async () => {
    const code = `class Own {
        address = 'a\u202eb'
        empty = null
        self = this
        sendMail() { return this.empty }
      }
      export default { sending: { transport: new Own() } }`
    const { config, messages } = await load(at(code), { folder: '/a' })
    expect(messages).toEqual([])
    expect(config.transporter).toMatchObject({ address: 'a\u202eb', empty: null })
    expect(config.transporter?.constructor.name).toBe('Own')
    expect(copyable(config)).not.toHaveProperty('transporter')
    expect(() => structuredClone(copyable(config))).not.toThrow()
  })

  it('brings nothing else in its place', async () => {
    const faults = await faultsOf(at('export default { sending: { transport: "smtp" } }'), { folder: '/a' })
    expect(faults).toEqual([
      "/a/trifold.config.ts: config-value sending.transport: expected a transporter, what nodemailer's createTransport gives.",
    ])
  })

  it.each([
    [
      'does not compile',
      'const a = 1\n\nexport default {\n',
      '/a/trifold.config.ts:4 config-syntax The config does not run: Unexpected token',
    ],
    [
      'throws',
      'const a: number = 1\n\nthrow new Error("no tide\\nsecond line")\n',
      '/a/trifold.config.ts:3 config-syntax The config does not run: no tide.',
    ],
    [
      'imports what is not there',
      'import x from "nowhere-to-be-found"\nexport default x',
      "/a/trifold.config.ts:1 config-syntax The config does not run: Cannot find module 'nowhere-to-be-found'.",
    ],
    ['exports nothing', 'export const name = 1', '/a/trifold.config.ts: config-value It exports no config'],
    [
      'exports what is no map',
      'export default 3',
      '/a/trifold.config.ts: config-value Expected keys with values, found the number 3.',
    ],
    [
      'misspells a key',
      'export default { nmae: "x" }',
      '/a/trifold.config.ts: config-key nmae: unknown key; did you mean name?',
    ],
    [
      'has a wrong value',
      'export default { theme: { light: { ink: "red" } } }',
      '/a/trifold.config.ts: config-value theme.light.ink: expected a colour',
    ],
  ])('that %s is an error with its line, and no stack', async (_, code, expected) => {
    const faults = await faultsOf(at(code), { folder: '/a' })
    expect(faults).toHaveLength(1)
    expect(faults[0]?.startsWith(expected), faults[0]).toBe(true)
    expect(faults[0]).not.toContain('\n')
  })

  it('resolves its imports from where it lies', async () => {
    const folder = realpathSync(mkdtempSync(join(tmpdir(), 'trifold-config-')))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    writeFileSync(join(folder, 'name.ts'), 'export const name: string = "From beside it"')
    const file = join(folder, 'trifold.config.ts')
    const code = 'import { name } from "./name"\nexport default { name }'
    const { config } = await load({ [file]: code }, { folder })
    expect(config.publication.name).toBe('From beside it')
  })
})
