import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { loadConfig } from '../../../pipeline/config/load.js'
import { configFileSchema } from '../../../pipeline/config/schema.js'
import { memoryWorld } from '../../../pipeline/world-memory.js'

const page = readFileSync(fileURLToPath(new URL('../../../docs/config.md', import.meta.url)), 'utf8')
const examples = [...page.matchAll(/^```(yaml|ts)\n(.*?)^```$/gms)].map(([, kind = '', text = '']) => ({
  kind,
  text,
}))

describe('docs/config.md', () => {
  it('has examples in YAML and in code', () => {
    expect(new Set(examples.map(example => example.kind))).toEqual(new Set(['yaml', 'ts']))
  })

  it.each(examples)('has an example that is sound: $text', async ({ kind, text }) => {
    const file = kind === 'yaml' ? '/a/trifold.yaml' : '/a/trifold.config.ts'
    const { config, messages } = await loadConfig(memoryWorld({ files: { [file]: text } }), { folder: '/a' })
    expect(messages).toEqual([])
    const bare = await loadConfig(memoryWorld(), { folder: '/a' })
    expect({ ...config, file: undefined }).not.toEqual({ ...bare.config, file: undefined })
  })

  it('has every key of the schema in its table', () => {
    const keys = Object.keys(configFileSchema.shape).filter(key => key !== '$schema')
    for (const key of keys) expect(page).toMatch(new RegExp(`^\\| \`${key}[.\`]`, 'm'))
  })
})

it('the sample publication has a sound config', async () => {
  const text = readFileSync(fileURLToPath(new URL('../../../trifold.yaml', import.meta.url)), 'utf8')
  const world = memoryWorld({ files: { '/a/trifold.yaml': text } })
  const { config, messages } = await loadConfig(world, { folder: '/a' })
  expect(messages).toEqual([])
  expect(config.publication.address).toBeTruthy()
})
