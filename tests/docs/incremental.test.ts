import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { cacheFolder } from '../../pipeline/world/cache-folder.js'
import { temporaryFolder, trifold } from '../support/cli.js'
import { anArticle } from '../support/memory-publication.js'
import { examplesOf, readPage } from './page.js'

const page = readPage('docs/incremental.md')
const examples = examplesOf(page)
const text = (language: string) => examples.find(example => example.language === language)?.text ?? ''

function publication(): string {
  const cwd = temporaryFolder()
  mkdirSync(join(cwd, 'content'))
  writeFileSync(
    join(cwd, 'trifold.yaml'),
    'name: Slack Water\nlang: en\naddress: 4 Custom House Lane\nurl: https://example.org\nformats: [web]\n',
  )
  for (const slug of ['a', 'b', 'c']) writeFileSync(join(cwd, `content/${slug}.md`), anArticle(slug))
  return cwd
}

const files = (folder: string) => readdirSync(folder, { recursive: true }).map(String).sort()

describe('docs/incremental.md', () => {
  test('has commands that do what it says', async () => {
    const cwd = publication()
    const cache = join(temporaryFolder(), 'cache')
    const lines = text('sh').trimEnd().split('\n')
    const said: string[] = []
    for (const line of lines) {
      const [, variable, command = ''] = /^(?:TRIFOLD_CACHE_DIR=(\S+) )?trifold (.*)$/.exec(line) ?? []
      await trifold(['build'], { cwd, env: { TRIFOLD_CACHE_DIR: cache } })
      const before = files(cache)
      const { code, stderr } = await trifold(command.split(' '), {
        cwd,
        env: { TRIFOLD_CACHE_DIR: variable ?? cache },
      })
      expect(code).toBe(0)
      if (variable === 'off') expect(files(cache)).toEqual(before)
      said.push(/(\d+ issues? built(?:, \d+ up to date)?) in/.exec(stderr)?.[1] ?? stderr)
    }
    expect(said).toEqual(['0 issues built, 3 up to date', '3 issues built', '3 issues built'])
    expect(files(cwd).filter(path => path.includes('cache'))).toEqual([])
  })

  test('has what a build says', async () => {
    const cwd = publication()
    const env = { TRIFOLD_CACHE_DIR: join(temporaryFolder(), 'cache') }
    await trifold(['build'], { cwd, env })
    writeFileSync(join(cwd, 'content/b.md'), anArticle('Other'))
    const { stderr } = await trifold(['build'], { cwd, env })
    const timeless = (line: string) => line.trim().replace(/in [\d.]+ s/, 'in 0 s')
    expect(timeless(stderr)).toContain(timeless(text('text')))
  })

  test('names the folders of the cache', () => {
    const rows = [...page.matchAll(/^\| (Linux|macOS|Windows) \| (.*) \|$/gm)].map(([, system, folders]) => [
      system,
      folders,
    ])
    const home = process.env.HOME ?? ''
    const written = (env: Record<string, string>, platform: NodeJS.Platform) =>
      cacheFolder(env, platform)?.replace(home, '~').replaceAll('\\', '/')
    expect(rows).toEqual([
      [
        'Linux',
        `\`${written({ XDG_CACHE_HOME: '/$X' }, 'linux')?.replace('/$X', '$XDG_CACHE_HOME')}\`, or \`${written({}, 'linux')}\``,
      ],
      ['macOS', `\`${written({}, 'darwin')}\``],
      ['Windows', `\`${written({ LOCALAPPDATA: '%LOCALAPPDATA%' }, 'win32')?.replaceAll('/', '\\')}\``],
    ])
  })

  test('has a workflow whose cache is of use after a check-out', async () => {
    const workflow = parse(text('yaml'))
    const kept: string[] = workflow.steps[1].with.path.trim().split('\n')
    const cache: string = workflow.env.TRIFOLD_CACHE_DIR
    expect(kept).toEqual([cache, 'dist'])
    const cwd = publication()
    const [, ...argv] = workflow.steps[2].run.replace('npx ', '').split(' ')
    const build = async () =>
      (await trifold(argv, { cwd, env: { TRIFOLD_CACHE_DIR: join(cwd, cache) } })).stderr
    await build()
    const stored = temporaryFolder()
    cpSync(cwd, stored, { recursive: true })
    rmSync(cwd, { recursive: true })
    cpSync(stored, cwd, { recursive: true })
    for (const path of files(cwd)) utimesSync(join(cwd, path), new Date(), new Date())
    expect(await build()).toContain('0 issues built, 3 up to date')
    rmSync(join(cwd, 'dist'), { recursive: true })
    expect(await build()).toContain('3 issues built')
    expect(existsSync(join(cwd, 'dist/feed.xml'))).toBe(true)
  })
})
