import { mkdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { temporaryFolder, trifold } from '../../support/cli.js'
import { anArticle } from '../../support/memory-publication.js'

const config =
  'name: Slack Water\nlang: en\naddress: 4 Custom House Lane\nurl: https://example.org/letters\nformats: [email, web]\n'

function publication(files: Readonly<Record<string, string>> = {}) {
  const cwd = temporaryFolder()
  mkdirSync(join(cwd, 'content'))
  const write = (path: string, text: string) => writeFileSync(join(cwd, path), text)
  const all = {
    'trifold.yaml': config,
    'content/a.md': anArticle('A'),
    'content/b.md': anArticle('B'),
    ...files,
  }
  for (const [path, text] of Object.entries(all)) write(path, text)
  const env = { TRIFOLD_CACHE_DIR: join(cwd, '.cache') }
  const build = async (...argv: string[]) => {
    const { code, stdout, stderr } = await trifold(['build', ...argv], { cwd, env })
    return { code, stdout, stderr: stderr.replace(/in [\d.]+ s/, 'in 0 s') }
  }
  return { cwd, write, build }
}

const warnings = (said: string) => said.split('\n').filter(line => line.includes('unsubscribe-missing'))

describe('a build with nothing to do', () => {
  it('says so, with what there was to say, and writes nothing', async () => {
    const { cwd, build } = publication()
    const first = await build()
    expect(first.stderr).toContain('2 issues built in 0 s; 2 warnings')
    const email = join(cwd, 'dist/a/email.html')
    utimesSync(email, 1, 1)
    const again = await build()
    expect(again).toEqual({ code: 0, stdout: '', stderr: expect.any(String) })
    expect(again.stderr).toContain('0 issues built, 2 up to date in 0 s; 2 warnings')
    expect(warnings(again.stderr)).toEqual(warnings(first.stderr))
    expect(await build()).toEqual(again)
  })

  it.each<[string, (to: ReturnType<typeof publication>) => void, string]>([
    ['an article', to => to.write('content/a.md', anArticle('Other')), '1 issue built, 1 up to date'],
    ['the config', to => to.write('trifold.yaml', `${config}publisher: Us\n`), '2 issues built'],
    ['a new article', to => to.write('content/c.md', anArticle('C')), '1 issue built, 2 up to date'],
    ['a page', to => rmSync(join(to.cwd, 'dist/a/index.html')), '1 issue built, 1 up to date'],
    ['a page around', to => rmSync(join(to.cwd, 'dist/feed.xml')), '0 issues built, 2 up to date'],
    ['an article less', to => rmSync(join(to.cwd, 'content/b.md')), '0 issues built, 1 up to date'],
    ['a nearer config', to => to.write('trifold.config.js', 'export default { name: "N" }'), ''],
  ])('is none any more after a change of %s', async (_, change, said) => {
    const to = publication()
    await to.build()
    await to.build()
    await change(to)
    expect((await to.build()).stderr).toContain(said)
    if (said) expect(readFileSync(join(to.cwd, 'dist/feed.xml'), 'utf8')).toContain('<feed')
  })

  it('is another with other words typed', async () => {
    const { build } = publication()
    await build()
    expect((await build('--force')).stderr).toContain('2 issues built in')
    expect((await build('--strict')).stderr).toContain('2 errors')
    expect((await build('-f', 'web')).stderr).toContain('2 issues built in')
    expect((await build('content/a.md', '-f', 'web')).stderr).toContain('0 issues built, 1 up to date')
    expect((await build('-v', '-f', 'web')).stderr).toContain('2 up to date')
  })

  it('is never one whose config is a program', async () => {
    const program =
      "import formats from './which.json'\nexport default { name: 'N', lang: 'en', address: '1 Street', formats }\n"
    const { cwd, build } = publication()
    rmSync(join(cwd, 'trifold.yaml'))
    writeFileSync(join(cwd, 'trifold.config.mjs'), program)
    writeFileSync(join(cwd, 'which.json'), '["web"]')
    expect((await build()).stderr).toContain('2 issues built')
    expect((await build()).stderr).toContain('0 issues built, 2 up to date')
    writeFileSync(join(cwd, 'which.json'), '["email"]')
    expect((await build()).stderr).toContain('2 issues built')
  })
})
