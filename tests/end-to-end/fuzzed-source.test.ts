import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { createPress } from '../../pipeline/press.js'
import { faultsOf } from '../support/fuzz/faults.js'
import { fuzzedMarkdown } from '../support/fuzz/fuzzed-markdown.js'

const formats = ['email', 'epub', 'web'] as const
const config = { name: 'N', lang: 'en', address: '1 Street', mergeTags: ['name', 'email'] }
const press = createPress({ config: { ...config, epub: { cover: 'none' } } })
afterAll(() => press.close())

/** What `npm run fuzz` found once, as short as it gets. */
const regressions = join(import.meta.dirname, '../fixtures/regressions')
describe('what was found once stays mended', () => {
  test.each(readdirSync(regressions))('%s', async name => {
    const markdown = readFileSync(join(regressions, name, 'input.md'), 'utf8')
    expect(await faultsOf(markdown, press, formats)).toEqual([])
  })
})

describe('a text of any characters is built whole, or it is said why not', () => {
  test.each(Array.from({ length: 40 }, (_, index) => index + 1))('seed %i', async seed => {
    expect(await faultsOf(fuzzedMarkdown(seed), press, formats)).toEqual([])
  })
})
