import { afterAll, beforeAll, expect, test } from 'vitest'
import { type BuiltSamples, buildSamples, slugs } from '../support/built-samples.js'
import { needsJava, runEpubcheck } from '../support/epubcheck.js'

let built: BuiltSamples
beforeAll(async () => {
  built = await buildSamples({ flags: ['--format', 'epub'] })
})
afterAll(() => built?.remove())

test.for([...slugs, 'between-tides'])('the EPUB of %s is valid by EPUBCheck 5.3', async (slug, { skip }) => {
  needsJava(skip)
  const report = await runEpubcheck(built.path(slug, `${slug}.epub`))
  expect(report).toEqual({ version: '5.3.0', errors: 0, warnings: 0, messages: [] })
})
