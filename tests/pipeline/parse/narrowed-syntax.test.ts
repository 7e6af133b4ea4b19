import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { expect, test } from 'vitest'
import { narrowedSyntax } from '../../../pipeline/parse/narrowed-syntax.js'

const processor = unified().use(remarkParse).use(remarkGfm).freeze()
const { micromarkExtensions: whole = [] } = processor.data()

/** The constructs that are tried on a text: each name with how many characters it is tried at. */
function tried(text: string): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const { text: inText = {}, flow = {} } of narrowedSyntax(whole, text))
    for (const { name = '' } of [inText, flow].flatMap(Object.values).flat())
      if (name === 'table' || name.endsWith('Autolink')) counts[name] = (counts[name] ?? 0) + 1
  return counts
}

test('a text of plain words is searched neither for addresses nor for tables', () => {
  expect(
    tried('Words, at 18:00, with http and www in them.\n\n- a list\n- of words | and a bar\n\n---\n'),
  ).toEqual({})
})

test('addresses are looked for at the letters that they begin with', () => {
  expect(tried('Write to hello@example.org or help@example.org, @everyone.')).toEqual({
    emailAutolink: 1,
    protocolAutolink: 1,
  })
  expect(tried('See HTTPS://example.org and www.example.org')).toEqual({
    emailAutolink: 2,
    protocolAutolink: 1,
    wwwAutolink: 1,
  })
})

test.each(['a | b\n- | -', '> a\n> :-', 'a\r|-|\rb', '  - a\n\n    | a |\n    |--:|'])(
  'tables are looked for in %j',
  text => {
    expect(tried(text)).toEqual({ table: 1 })
  },
)
