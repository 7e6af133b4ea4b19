import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { temporaryFolder, trifold } from '../../support/cli.js'
import { anArticle } from '../../support/memory-publication.js'

/** A publication of two articles. @param more what the second's front matter has too */
function publication(more = ''): string {
  const cwd = temporaryFolder()
  writeFileSync(
    join(cwd, 'trifold.yaml'),
    'name: N\nlang: en\naddress: A\nformats: [web]\nemail: { unsubscribe: https://example.org/u }\n',
  )
  mkdirSync(join(cwd, 'content'))
  writeFileSync(join(cwd, 'content/a.md'), anArticle('A'))
  writeFileSync(join(cwd, 'content/b.md'), anArticle('B', '2026-03-20', more))
  return cwd
}

async function shards(cwd: string): Promise<number[]> {
  const codes: number[] = []
  for (const number of [1, 2])
    codes.push((await trifold(['build', '--shard', `${number}/2`, '-o', `s/${number}`], { cwd })).code)
  return codes
}

describe('trifold build --shard', () => {
  test.each([
    [['--shard', '0/4'], 'Unexpected --shard `0/4`, expected which of how many'],
    [['--shard', '5/4'], 'Unexpected --shard `5/4`'],
    [['--shard', '2'], 'Unexpected --shard `2`'],
    [['--shard', '1/10000'], 'Unexpected --shard `1/10000`'],
    [['--shard', '-1/2'], 'Unexpected --shard `-1/2`'],
    [['--shard', '1/2', '--watch'], 'Unexpected --shard with --watch'],
    [['--shard', '1/2', '-'], 'Unexpected `-` with --shard'],
  ])('refuses %s', async (flags, said) => {
    const cwd = publication()
    const called = await trifold(['build', ...flags], { cwd })
    expect(called).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining(said) })
    expect(existsSync(join(cwd, 'dist'))).toBe(false)
  })

  test('builds its share twice with --verify', async () => {
    const called = await trifold(['build', '--shard', '2/2', '--verify'], { cwd: publication() })
    expect(called).toMatchObject({ code: 0, stderr: expect.stringContaining('1 issue built and verified') })
  })
})

describe('trifold merge', () => {
  test('ends as one build would: an error of a shard is told again', async () => {
    const cwd = publication('toc: perhaps\n')
    expect(await shards(cwd)).toEqual([0, 1])
    const called = await trifold(['merge', 's/1', 's/2'], { cwd })
    expect(called).toMatchObject({ code: 1, stdout: 'N → dist\n  index.html\n' })
    expect(called.stderr).toMatch(/content\/b\.md:\d+:\d+ {2}error {2}.*toc.* {2}front-matter-value/)
    expect(called.stderr).toMatch(/1 issue merged in [\d.]+ s; 1 error\n$/)
    expect(existsSync(join(cwd, 'dist/a/index.html'))).toBe(true)
  })

  test('writes nothing where two shards have one slug', async () => {
    const cwd = publication('slug: a\n')
    expect(await shards(cwd)).toEqual([0, 0])
    const called = await trifold(['merge', 's/2', 's/1', '--json'], { cwd })
    expect(called.code).toBe(1)
    expect(JSON.parse(called.stdout)).toMatchObject({ file: 'content/b.md', rule: 'slug-taken' })
    expect(existsSync(join(cwd, 'dist'))).toBe(false)
  })

  test('refuses to write into a shard, and to merge nothing', async () => {
    const cwd = publication()
    await shards(cwd)
    const into = await trifold(['merge', 's/1', 's/2', '-o', 's/1'], { cwd })
    expect(into).toMatchObject({ code: 2, stderr: expect.stringContaining('which is that of a shard') })
    expect((await trifold(['merge'], { cwd })).code).toBe(2)
  })
})
