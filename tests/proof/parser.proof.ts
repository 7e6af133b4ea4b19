import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { projectRoot } from '../support/built-samples.js'
import { fuzzedMarkdown } from '../support/fuzz/fuzzed-markdown.js'
import { readOtherwise } from '../support/parsers.js'
import { randomMarkdown } from '../support/random-markdown.js'
import { randomSyntax } from '../support/random-syntax.js'

test('what others wrote is read as the reference reads it', () => {
  const modules = join(projectRoot, 'node_modules')
  const names = readdirSync(modules, { recursive: true, encoding: 'utf8' })
  const written = names.filter(name => /(?:^|[/\\])(?:readme|changelog)\.md$/i.test(name))
  const texts = new Set(written.map(name => readFileSync(join(modules, name), 'utf8')))
  expect(texts.size).toBeGreaterThan(300)
  expect(readOtherwise([...texts])).toEqual([])
})

test.each([
  ['of pieces of syntax', 20_000, randomSyntax],
  ['of the fixtures, put into one another', 1000, randomMarkdown],
  ['that nobody would write', 3000, fuzzedMarkdown],
] as const)('random texts %s are read as the reference reads them', (_, count, make) => {
  for (let seed = 10_000; seed < 10_000 + count; seed++) expect(readOtherwise([make(seed)])).toEqual([])
})
