import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { expect, test } from 'vitest'
import { buildSamples, projectRoot } from '../support/built-samples.js'
import { temporaryFolder, trifold } from '../support/cli.js'

const filesIn = (folder: string) =>
  new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(entry => join(entry.parentPath, entry.name))
      .map(path => [relative(folder, path), readFileSync(path)]),
  )

test('the sample publication in all formats, built in three shards, is the one that is built at once', async () => {
  const folder = temporaryFolder()
  const common = ['-c', join(projectRoot, 'trifold.yaml')]
  const folders = [1, 2, 3].map(number => join(folder, String(number)))
  for (const [at, output] of folders.entries()) {
    const called = await trifold(['build', ...common, '--shard', `${at + 1}/3`, '-o', output], {
      cwd: projectRoot,
    })
    expect(called.code).toBe(0)
  }
  const merged = await trifold(['merge', ...common, ...folders.toReversed(), '-o', join(folder, 'all')], {
    cwd: projectRoot,
  })
  expect(merged.code).toBe(0)
  const one = await buildSamples()
  try {
    const [found, expected] = [filesIn(join(folder, 'all')), filesIn(one.folder)]
    expect([...found.keys()].sort()).toEqual([...expected.keys()].sort())
    expect([...found.keys()].filter(name => name.endsWith('.pdf')).length).toBeGreaterThan(2)
    expect(
      [...expected].filter(([name, bytes]) => !found.get(name)?.equals(bytes)).map(([name]) => name),
    ).toEqual([])
  } finally {
    one.remove()
  }
}, 180_000)
