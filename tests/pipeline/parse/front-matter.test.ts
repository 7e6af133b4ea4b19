import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { reporter } from '../../../pipeline/messages.js'
import { readFrontMatter } from '../../../pipeline/parse/front-matter.js'
import type { FrontMatterBlock } from '../../../pipeline/parse/front-matter-block.js'
import { readBlock } from './front-matter-block.js'

const fixtures = fileURLToPath(new URL('../../fixtures/front-matter/', import.meta.url))

function read(file: string) {
  const messages: Parameters<typeof reporter>[1] = []
  const block: FrontMatterBlock | undefined = readBlock(file)
  const meta = readFrontMatter(block, { lang: 'en', slug: 'input' }, reporter('input.md', messages))
  const severity = (fatal: boolean | null | undefined) =>
    fatal ? 'error' : fatal === false ? 'warning' : 'info'
  return {
    meta,
    messages: messages.map(
      ({ line, column, fatal, ruleId, reason }) =>
        `${line ?? '-'}:${column ?? '-'} ${severity(fatal)} ${ruleId} ${reason}`,
    ),
  }
}

/** A folder holds input.md and expected.json: the meta, and each message as `line:column severity rule-id reason`. */
describe('front matter', () => {
  it.each(readdirSync(fixtures))('%s', name => {
    const result = read(readFileSync(`${fixtures}${name}/input.md`, 'utf8'))
    const expected = `${fixtures}${name}/expected.json`
    // biome-ignore lint/complexity/useLiteralKeys: the type of `env` has an index signature only
    if (process.env['UPDATE']) writeFileSync(expected, `${JSON.stringify(result, null, 2)}\n`)
    expect(existsSync(expected), `${name} has no expected.json; UPDATE=1 writes it`).toBe(true)
    expect(JSON.parse(JSON.stringify(result))).toEqual(JSON.parse(readFileSync(expected, 'utf8')))
  })
})
