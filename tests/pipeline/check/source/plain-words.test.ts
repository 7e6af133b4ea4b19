import { expect, test } from 'vitest'
import { plainWords } from '../../../../pipeline/check/source/plain-words.js'
import { saidBy } from './examples.js'

test.each([
  ['Read more →', 'read more'],
  ['« En savoir\nplus ! »', 'en savoir plus'],
  ['A! B', 'a! b'],
  ['→', ''],
  ['', ''],
])('%j is %j', (words, plain) => expect(plainWords(words)).toBe(plain))

test('words without end take no time without end', async () => {
  const signs = `a${'!'.repeat(200_000)}b`
  const digits = `IMG_${'1'.repeat(100_000)}x`
  const markdown = `[${signs}](https://example.org/) ![${digits}](mill.png)\n\n## ${signs}`
  const started = performance.now()
  await saidBy('link-ambiguous', markdown)
  expect(performance.now() - started).toBeLessThan(20_000)
}, 60_000)
