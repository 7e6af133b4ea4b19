import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { expect, test } from 'vitest'
import { five } from '../pipeline/shard/publication.js'
import { temporaryFolder, trifold } from '../support/cli.js'
import { examplesOf, readPage } from './page.js'

const [example] = examplesOf(readPage('docs/shards.md'))
const lines = example?.text.trimEnd().split('\n') ?? []

/** A publication on the disk, of which no page is printed. */
function publication(): string {
  const cwd = temporaryFolder()
  for (const [path, held] of Object.entries(five())) {
    mkdirSync(dirname(join(cwd, path)), { recursive: true })
    const more = path === 'trifold.yaml' ? 'formats: [email, epub, web]\n' : ''
    writeFileSync(join(cwd, path), more ? held + more : held)
  }
  return cwd
}

const filesIn = (folder: string) =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(entry => join(entry.parentPath, entry.name))
      .map(path => [relative(folder, path), readFileSync(path, 'latin1')]),
  )

test('docs/shards.md has lines that make of several builds the bytes of one', async () => {
  const cwd = publication()
  for (const line of lines) {
    const { code, stderr } = await trifold(line.split(' ').slice(1), { cwd })
    expect({ line, code, stderr }).toEqual({
      line,
      code: 0,
      stderr: expect.stringMatching(/\d issues? (?:built|merged).* in /),
    })
  }
  const merged = filesIn(join(cwd, 'dist'))
  expect(Object.keys(merged).filter(path => path.endsWith('.epub'))).toHaveLength(5)
  const one = publication()
  expect((await trifold(['build'], { cwd: one })).code).toBe(0)
  expect(filesIn(join(one, 'dist'))).toEqual(merged)
}, 60_000)
