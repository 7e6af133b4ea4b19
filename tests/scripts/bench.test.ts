import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
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
