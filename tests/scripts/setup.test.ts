import { describe, expect, test } from 'vitest'
import { outputs, sourcesStamp } from '../../scripts/setup/compile.mjs'
import { isNewEnough } from '../../scripts/setup/node-version.mjs'
import { isInstalled, packagesStamp } from '../../scripts/setup/packages.mjs'
import { bar, progressLine } from '../../scripts/setup/progress.mjs'

test.each([
  ['v20.19.0', true],
  ['v20.18.9', false],
  ['v18.20.0', false],
  ['v22.0.0', true],
  ['v100.1.0', true],
])('Node %s: %s', (version, enough) => {
  expect(isNewEnough(version)).toBe(enough)
})

describe('packages', () => {
  const wanted = {
    packages: {
      '': { version: '0.1.0' },
      'node_modules/a': { version: '1.0.0' },
      'node_modules/b': { version: '2.0.0', optional: true },
    },
  }

  test.each([
    ['as locked', { 'node_modules/a': { version: '1.0.0' }, 'node_modules/b': { version: '2.0.0' } }, true],
    ['without what is for another system', { 'node_modules/a': { version: '1.0.0' } }, true],
    ['an older version', { 'node_modules/a': { version: '0.9.0' } }, false],
    ['one missing', { 'node_modules/b': { version: '2.0.0' } }, false],
    [
      'one too many',
      { 'node_modules/a': { version: '1.0.0' }, 'node_modules/c': { version: '1.0.0' } },
      false,
    ],
    ['nothing', {}, false],
  ])('%s', (_, packages, right) => {
    expect(isInstalled(wanted, { packages })).toBe(right)
  })

  test('the stamp follows the lock file', () => {
    expect(packagesStamp('a')).toBe(packagesStamp('a'))
    expect(packagesStamp('a')).not.toBe(packagesStamp('b'))
  })
})

describe('compiling', () => {
  const files: [string, string][] = [
    ['a.ts', 'one'],
    ['b.ts', 'two'],
  ]

  test('the stamp does not hang on the order of the files', () => {
    expect(sourcesStamp([...files].reverse())).toBe(sourcesStamp(files))
  })

  test.each<[string, [string, string][]]>([
    ['a change', [['a.ts', 'One'], ...files.slice(1)]],
    ['another name', [['c.ts', 'one'], ...files.slice(1)]],
    ['a file less', files.slice(1)],
    [
      'text that moved from one to the next',
      [
        ['a.ts', 'onet'],
        ['b.ts', 'wo'],
      ],
    ],
  ])('the stamp follows %s', (_, changed) => {
    expect(sourcesStamp(changed)).not.toBe(sourcesStamp(files))
  })

  test('what the compiler makes of a source', () => {
    expect(outputs('pipeline/a.ts')).toEqual(['pipeline/a.js', 'pipeline/a.d.ts'])
    expect(outputs('templates/b.tsx')).toEqual(['templates/b.js', 'templates/b.d.ts'])
    expect(outputs('pipeline/c.d.ts')).toEqual([])
    expect(outputs('pipeline/d.json')).toEqual(['pipeline/d.json'])
  })
})

describe('the progress line', () => {
  test('shows the part, and the megabytes where the whole is not known', () => {
    expect(bar('x', 50e6, 100e6)).toBe(`x  [${'#'.repeat(15)}${' '.repeat(15)}]  50 %  100.0 MB`)
    expect(bar('x', 100e6, 100e6)).toContain(`[${'#'.repeat(30)}] 100 %`)
    expect(bar('x', 1.25e6, Number.NaN)).toBe('x  1.3 MB')
  })

  test('is drawn over itself on a terminal, and not at all elsewhere', () => {
    const written: string[] = []
    const write = (text: string) => written.push(text)
    const terminal = progressLine({ isTTY: true, write }, 'x')
    terminal.show(1, 100)
    terminal.show(1, 100)
    terminal.end()
    expect(written).toEqual([expect.stringMatching(/^\rx {2}\[/), '\n'])
    written.length = 0
    const file = progressLine({ write }, 'x')
    file.show(1, 100)
    file.end()
    expect(written).toEqual([])
  })
})
