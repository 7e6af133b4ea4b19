import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { ConfigError } from '../../../pipeline/config/config.js'
import { loadConfig } from '../../../pipeline/config/load.js'
import { memoryWorld } from '../../../pipeline/world-memory.js'
import { defaultTokens } from '../../../templates/tokens.js'

const cases = fileURLToPath(new URL('../../fixtures/config/', import.meta.url))

async function read(text: string) {
  const world = memoryWorld({ files: { '/letter/trifold.yaml': text } })
  try {
    const { config, messages } = await loadConfig(world, { folder: '/letter' })
    const { tokens, ...publication } = config.publication
    const changes = changesOf(defaultTokens, tokens)
    const mergeTags = Object.fromEntries([...config.mergeTags].map(([name, value]) => [name, value ?? null]))
    return { config: { ...config, publication: { ...publication, tokens: changes }, mergeTags }, messages }
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    return {
      messages: error.messages.map(
        ({ line, column, ruleId, reason }) => `${line ?? '-'}:${column ?? '-'} ${ruleId} ${reason}`,
      ),
    }
  }
}

/** What of a theme differs from ours. */
function changesOf(ours: unknown, theirs: unknown): unknown {
  if (typeof ours !== 'object' || ours === null || Array.isArray(ours)) return theirs
  const own = new Map(Object.entries(ours))
  const changed = Object.entries(theirs as object).filter(
    ([key, value]) => JSON.stringify(value) !== JSON.stringify(own.get(key)),
  )
  return Object.fromEntries(changed.map(([key, value]) => [key, changesOf(own.get(key), value)]))
}

/** A folder holds a trifold.yaml and expected.json: the config with what differs from our theme, or the messages. */
describe('trifold.yaml', () => {
  it.each(readdirSync(cases))('%s', async name => {
    const result = await read(readFileSync(`${cases}${name}/trifold.yaml`, 'utf8'))
    const expected = `${cases}${name}/expected.json`
    // biome-ignore lint/complexity/useLiteralKeys: the type of `env` has an index signature only
    if (process.env['UPDATE']) writeFileSync(expected, `${JSON.stringify(result, null, 2)}\n`)
    expect(existsSync(expected), `${name} has no expected.json; UPDATE=1 writes it`).toBe(true)
    expect(JSON.parse(JSON.stringify(result))).toEqual(JSON.parse(readFileSync(expected, 'utf8')))
  })
})
