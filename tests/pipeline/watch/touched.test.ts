import { expect, test } from 'vitest'
import type { IssueSource } from '../../../pipeline/read/find.js'
import { both, touched } from '../../../pipeline/watch/touched.js'

const source = (path: string): IssueSource => ({
  path,
  name: path,
  slug: path,
  ...(path.endsWith('.yaml') ? { isFolder: true } : {}),
})
const a = source('/c/a.md')
const b = source('/c/b.md')
const spring = source('/c/spring/issue.yaml')
const before = [a, b, spring]

test.each<[string, readonly string[], readonly IssueSource[], 'all' | readonly string[]]>([
  ['an article', ['/c/a.md'], before, ['/c/a.md']],
  ['two of them', ['/c/a.md', '/c/b.md'], before, ['/c/a.md', '/c/b.md']],
  ['an article of an issue', ['/c/spring/mill.md'], before, ['/c/spring/issue.yaml']],
  ['a picture of an issue', ['/c/spring/images/mill.png'], before, ['/c/spring/issue.yaml']],
  ['what lists its articles', ['/c/spring/issue.yaml'], before, ['/c/spring/issue.yaml']],
  ['a picture of all', ['/c/images/mill.png'], before, 'all'],
  ['an article that is not published', ['/c/_draft.md'], before, []],
  ['a new one', ['/c/d.md'], [...before, source('/c/d.md')], ['/c/d.md']],
  ['one that was seen without being told of', [], [...before, source('/c/d.md')], ['/c/d.md']],
  ['one that has gone', ['/c/a.md'], [b, spring], 'all'],
  ['a neighbour whose name begins alike', ['/c/spring-tide/mill.md'], before, []],
])('%s', (_, paths, now, expected) => {
  const found = touched({ paths, before, now })
  expect(found === 'all' ? found : [...found]).toEqual(expected)
})

test('what two changes touch', () => {
  expect(both(new Set(['a']), new Set(['b']))).toEqual(new Set(['a', 'b']))
  expect(both('all', new Set(['b']))).toBe('all')
  expect(both(new Set(['a']), 'all')).toBe('all')
})
