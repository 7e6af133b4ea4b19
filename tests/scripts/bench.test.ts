import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { copyWithTitle } from '../../scripts/bench/article.mjs'
import { median, outputBytes, spread, table } from '../../scripts/bench/figures.mjs'

test.each([
  [[3, 1, 2], 2],
  [[4, 1, 2, 3], 2.5],
  [[7], 7],
])('the median of %j is %d', (values, middle) => {
  expect(median(values)).toBe(middle)
})

test('the spread is the least and the most', () => {
  expect(spread([3, 1, 2])).toEqual([1, 3])
})

describe('a copy of an article', () => {
  test.each([
    [
      'a plain title',
      '---\ntitle: A tide\ndate: 2024\n---\nText\n',
      '---\ntitle: A tide 7\ndate: 2024\n---\nText\n',
    ],
    ['a quoted title', '---\ntitle: "A: tide"\n---\nText\n', '---\ntitle: "A: tide 7"\n---\nText\n'],
    ['a slug', '---\ntitle: A\nslug: tide\n---\n', '---\ntitle: A 7\nslug: tide-7\n---\n'],
    ['no title', '---\ndate: 2024\n---\nText\n', '---\ntitle: Copy 7\ndate: 2024\n---\nText\n'],
    ['no front matter', '# Text\n', '---\ntitle: Copy 7\n---\n# Text\n'],
    [
      "dollars in a title, which are not a pattern's",
      "---\ntitle: $& $'\n---\n",
      "---\ntitle: $& $' 7\n---\n",
    ],
  ])('%s', (_, text, copy) => {
    expect(copyWithTitle(text, 7)).toBe(copy)
  })
})

test('the bytes of each file, by path', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'bench-test-'))
  try {
    await mkdir(join(folder, 'b'))
    await writeFile(join(folder, 'b', 'two'), '12')
    await writeFile(join(folder, 'a'), '1')
    expect(outputBytes(folder)).toEqual({ a: 1, 'b/two': 2 })
  } finally {
    await rm(folder, { recursive: true })
  }
})

test('the table is two columns', () => {
  expect(
    table([
      ['a', '10 ms'],
      ['long', '5 ms'],
    ]),
  ).toBe('a     10 ms\nlong   5 ms')
})
