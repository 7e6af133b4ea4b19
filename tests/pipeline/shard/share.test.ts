import { posix } from 'node:path'
import { describe, expect, test } from 'vitest'
import { shareOf } from '../../../pipeline/shard/share.js'

const paths = ['tides/issue.yaml', 'tides-2.md', 'b.md', 'a.md', 'Z.md', 'élan.md', '../outside/c.md']
const sources = (root: string, names: readonly string[] = paths) =>
  names.map(name => ({ path: posix.resolve(root, 'content', name), name, slug: name }))
const share = (number: number, of: number, root = '/p', names?: readonly string[]) =>
  shareOf(sources(root, names), { number, of }, `${root}/content`).map(({ name }) => name)

describe('the shares of shards', () => {
  test.each([1, 2, 3, 5, 7, 11])('are all of it among %i, each once, and even', of => {
    const shares = Array.from({ length: of }, (_, at) => share(at + 1, of))
    expect(shares.flat().sort()).toEqual([...paths].sort())
    const sizes = shares.map(({ length }) => length)
    expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1)
  })

  test('are the same wherever the publication lies and however its files are listed', () => {
    for (const names of [paths, paths.toReversed(), paths.toSorted()])
      expect(share(1, 2, '/farm/x/y', names).sort()).toEqual(share(1, 2).sort())
  })

  test('stay in the order of the build, and go by the names in a folder', () => {
    expect(share(1, 1)).toEqual(paths)
    // A folder stands by its own name: `tides` before `tides-2.md`.
    expect([share(5, 7), share(6, 7)]).toEqual([['tides/issue.yaml'], ['tides-2.md']])
  })
})
