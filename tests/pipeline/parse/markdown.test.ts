import { readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { projectRoot } from '../../support/built-samples.js'
import { fuzzedMarkdown } from '../../support/fuzz/fuzzed-markdown.js'
import { readOtherwise } from '../../support/parsers.js'
import { randomMarkdown } from '../../support/random-markdown.js'
import { randomSyntax } from '../../support/random-syntax.js'

const require = createRequire(import.meta.url)

function texts(folder: string): readonly string[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(name =>
    name.endsWith('.md'),
  )
  return names.map(name => readFileSync(join(folder, name), 'utf8'))
}

const random = (count: number, make: (seed: number) => string) =>
  Array.from({ length: count }, (_, index) => make(index + 1))

describe('the parser in use makes the tree of the reference, places included', () => {
  test('of every example of CommonMark', () => {
    // The package has no types.
    const { tests } = require('commonmark-spec') as { tests: { markdown: string }[] }
    expect(tests).toHaveLength(652)
    expect(readOtherwise(tests.map(({ markdown }) => markdown.replaceAll('→', '\t')))).toEqual([])
  })

  test('of every fixture and sample', () => {
    const all = ['tests/fixtures', 'content'].flatMap(folder => texts(join(projectRoot, folder)))
    expect(all.length).toBeGreaterThan(200)
    expect(readOtherwise(all)).toEqual([])
  })

  test.each([
    ['of addresses, tables and what holds them', 600, randomSyntax],
    ['of the fixtures, put into one another', 40, randomMarkdown],
    ['that nobody would write', 100, fuzzedMarkdown],
  ] as const)('of random texts %s', (_, count, make) => {
    expect(readOtherwise(random(count, make))).toEqual([])
  })
})
