import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { complaint, processesInTurns } from '../../scripts/bench/processes.mjs'
import { temporaryFolder } from '../support/cli.js'

const node = (cwd: string, script: string) => ({ program: process.execPath, args: ['-e', script], cwd })

/** Adds a letter to a file. */
const marks = (letter: string) => `require('fs').appendFileSync('order', '${letter}')`

test('ways take turns, the first round untimed, and one of several processes is all of them', async () => {
  const cwd = temporaryFolder()
  const { figures, load } = await processesInTurns(
    [
      { name: 'a', start: () => [node(cwd, marks('a')), node(cwd, marks('b'))], made: join(cwd, 'order') },
      { name: 'c', version: '1.2', start: () => node(cwd, marks('c')) },
    ],
    { runs: 2 },
  )
  expect(readFileSync(join(cwd, 'order'), 'utf8')).toBe('abcabcabc')
  const [a, c] = figures
  expect(a).toMatchObject({ name: 'a', runs: 2 })
  expect(c).toMatchObject({ name: 'c', version: '1.2', runs: 2 })
  expect(a?.spread?.[0]).toBe(Math.min(...(a?.times ?? [])))
  expect(load).toBeGreaterThanOrEqual(0)
})

test('a way that fails, makes nothing or is not there says so, and is not run again', async () => {
  const cwd = temporaryFolder()
  const { figures } = await processesInTurns(
    [
      {
        name: 'fails',
        start: () => [
          node(cwd, `${marks('a')}; console.error('first'); console.error('no'); process.exit(3)`),
          node(cwd, marks('never')),
        ],
      },
      { name: 'makes nothing', start: () => node(cwd, '0'), made: join(cwd, 'nothing') },
      { name: 'absent', missing: 'not installed', start: () => node(cwd, marks('never')) },
    ],
    { runs: 3 },
  )
  expect(figures.map(({ missing }) => missing)).toEqual([
    'failed: no',
    'failed: it made nothing',
    'not installed',
  ])
  expect(readFileSync(join(cwd, 'order'), 'utf8')).toBe('a')
})

test('who has no patience is timed in the first round, and no more', async () => {
  const cwd = temporaryFolder()
  const way = { name: 'long', start: () => node(cwd, marks('a')) }
  const { figures } = await processesInTurns([way], { runs: 5, patience: 1 })
  expect(figures[0]).toMatchObject({ runs: 1 })
  expect(readFileSync(join(cwd, 'order'), 'utf8')).toBe('a')
})

test('what an earlier time left can be cleared away before each', async () => {
  const cwd = temporaryFolder()
  const file = join(cwd, 'left')
  let left = 0
  await processesInTurns(
    [
      {
        name: 'way',
        start: () => {
          if (existsSync(file)) left++
          writeFileSync(file, '')
          return node(cwd, '0')
        },
      },
    ],
    { runs: 2, warmUp: false },
  )
  expect(left).toBe(1)
})

test.each([
  ['first\nlast', 'last'],
  ['Loading\nSyntaxError: no\n    at async file:///home/someone/a/cli.js:1:2', 'SyntaxError: no'],
  ['at file:///home/someone/a/cli.js:1:2', 'at cli.js:1:2'],
  ['cannot read /home/someone/a.md', 'cannot read a.md'],
  ['see https://example.org/a/b', 'see https://example.org/a/b'],
  ['', 'it says nothing'],
])('of %j the complaint is %j', (said, found) => {
  expect(complaint(said)).toBe(found)
})
