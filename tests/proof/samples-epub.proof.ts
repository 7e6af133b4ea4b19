import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type BuiltSamples, buildSamples, slugs } from '../support/built-samples.js'
import { temporaryFolder, trifold } from '../support/cli.js'
import { needsJava, runEpubcheck } from '../support/epubcheck.js'

let built: BuiltSamples
beforeAll(async () => {
  built = await buildSamples({ flags: ['--format', 'epub'] })
})
afterAll(() => built?.remove())

test.for(['gauge', 'tides'])(
  'the EPUB of %s, corrected, is valid by EPUBCheck 5.3',
  async (slug, { skip }) => {
    needsJava(skip)
    const folder = temporaryFolder()
    cpSync(join(import.meta.dirname, '../fixtures/corrected'), folder, { recursive: true })
    expect(await trifold(['build', '--format', 'epub'], { cwd: folder })).toMatchObject({ code: 0 })
    const report = await runEpubcheck(join(folder, 'dist', slug, `${slug}.epub`))
    expect(report).toEqual({ version: '5.3.0', errors: 0, warnings: 0, messages: [] })
  },
)

test.for([...slugs, 'between-tides'])('the EPUB of %s is valid by EPUBCheck 5.3', async (slug, { skip }) => {
  needsJava(skip)
  const report = await runEpubcheck(built.path(slug, `${slug}.epub`))
  expect(report).toEqual({ version: '5.3.0', errors: 0, warnings: 0, messages: [] })
})
