import { afterAll, beforeAll, expect, test } from 'vitest'
import { runAce } from '../support/ace.js'
import { type BuiltSamples, buildSamples, slugs } from '../support/built-samples.js'

let built: BuiltSamples
beforeAll(async () => {
  built = await buildSamples({ flags: ['-f', 'epub'] })
})
afterAll(() => built.remove())

test.each([...slugs, 'between-tides'])(
  'Ace has nothing against the EPUB of %s as it is published',
  async slug => {
    const { documents, violations } = await runAce(built.path(slug, `${slug}.epub`))
    expect(documents).toEqual(expect.arrayContaining(['title.xhtml', 'ch-001.xhtml']))
    expect(violations).toEqual([])
  },
)
