import { appendFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { exit } from '../../pipeline/cli/exit.js'
import { temporaryFolder, trifold } from '../support/cli.js'
import { examplesOf, readPage } from './page.js'

const page = readPage('docs/commands.md')
const examples = examplesOf(page)
const shell = examples
  .filter(({ language }) => language === 'sh')
  .flatMap(({ text }) => text.trimEnd().split('\n'))
const json = examples.filter(({ language }) => language === 'json').map(({ text }) => JSON.parse(text))

const flagsIn = (text: string) => new Set(text.match(/(?<![\w-])--[a-z][a-z-]*/g))

async function helpOf(...command: string[]): Promise<string> {
  return (await trifold([...command, '--help'], { cwd: temporaryFolder() })).stdout
}

/** A publication with an article whose picture is missing. */
function publication(): string {
  const cwd = temporaryFolder()
  for (const folder of ['content', 'drafts']) mkdirSync(join(cwd, folder))
  writeFileSync(join(cwd, 'trifold.yaml'), 'name: Slack Water\nlang: en-GB\naddress: 4 Custom House Lane\n')
  const article =
    '---\ntitle: The mill at Nendrum\nauthors: [Hester Quayle]\ndate: 2026-03-20\n---\n\nWords.\n\n'
  writeFileSync(join(cwd, 'content/the-mill.md'), `${article}![The mill](images/mil.png)\n`)
  writeFileSync(join(cwd, 'drafts/next.md'), article)
  return cwd
}

describe('docs/commands.md', () => {
  test('has every flag of every command, and no other', async () => {
    const commands = [
      ['new'],
      ['build'],
      ['merge'],
      ['import'],
      ['check'],
      ['doctor'],
      ['preview'],
      ...['import', 'add', 'list', 'stats', 'remove', 'erase', 'export', 'serve', 'bounces'].map(name => [
        'readers',
        name,
      ]),
      ['send'],
      ...['status', 'pause', 'resume', 'cancel', 'retry', 'resolve'].map(name => ['send', name]),
      ['browser', 'install'],
    ]
    const helps = await Promise.all([helpOf(), ...commands.map(command => helpOf(...command))])
    expect([...flagsIn(page)].sort()).toEqual([...flagsIn(helps.join('\n'))].sort())
  })

  test('has every exit code, and no other', () => {
    const [, table = ''] = page.split('## Exit codes')
    const codes = [...table.matchAll(/^\| (\d+) \|/gm)].map(([, code]) => Number(code))
    expect(codes.sort()).toEqual(Object.values(exit).sort())
  })

  test.each(shell.filter(line => line.startsWith('trifold new')))('%s', async line => {
    const cwd = temporaryFolder()
    const words = [...line.matchAll(/"([^"]*)"|\S+/g)].map(([word, quoted]) => quoted ?? word)
    const { code, stdout } = await trifold([...words.slice(1), '--json'], { cwd })
    expect(code).toBe(0)
    const [, table = ''] = page.split('## trifold new')
    const listed = [...(table.split('In a terminal')[0]?.matchAll(/^\| `(.*?)` \|/gm) ?? [])].map(
      ([, path]) => path,
    )
    expect(listed.sort()).toEqual(JSON.parse(stdout).files.sort())
  })

  test.each(shell.filter(line => line.startsWith('trifold build')))('%s', async line => {
    const cwd = publication()
    // What a shell would do with the line, and no browser is needed; the folder is the test's own.
    const [, command = '', input] = /^trifold (.*?)(?: < (.*))?$/.exec(line) ?? []
    const argv = command.split(' ').map(word => word.replace('/tmp', cwd))
    const formats = argv.includes('-f') ? [] : ['-f', 'web']
    const read = input ? readFileSync(join(cwd, 'content', input), 'utf8') : ''
    const { code, stderr } = await trifold([...argv, ...formats], { cwd, input: read })
    expect({ code, stderr: stderr.includes('Usage') }).toEqual({
      code: line.includes('--strict') ? 1 : 0,
      stderr: false,
    })
  })

  test.each(shell.filter(line => line.startsWith('trifold merge')))('%s', async line => {
    const cwd = publication()
    for (const shard of ['1', '2', '3'])
      await trifold(['build', '-f', 'web', '--shard', `${shard}/3`, '-o', `shards/${shard}`], { cwd })
    const argv = line.replace('/tmp', cwd).split(' ').slice(1)
    const { code, stdout } = await trifold(argv, { cwd })
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: expect.stringMatching(/^Slack Water → (?:dist|site)\n {2}index\.html\n$/),
    })
  })

  test.each(shell.filter(line => line.startsWith('trifold check')))('%s', async line => {
    const cwd = publication()
    // One format: what is looked at in each is tested where it is made.
    appendFileSync(join(cwd, 'trifold.yaml'), 'formats: [web]\n')
    const called = await trifold(line.split(' ').slice(1), { cwd })
    expect({ code: called.code, written: readdirSync(cwd).sort() }).toEqual({
      code: line.includes('--strict') ? 1 : 0,
      written: ['content', 'drafts', 'trifold.yaml'],
    })
    expect(called.stdout + called.stderr).toContain('image-missing')
  })

  test('has messages as they are', async () => {
    const cwd = publication()
    const [example] = examples.filter(({ language }) => language === 'text')
    const { stderr } = await trifold(['build', '-f', 'web'], { cwd })
    expect(stderr).toContain(example?.text)
    const { stdout } = await trifold(['build', '-f', 'web', '--json'], { cwd })
    const [message] = json
    expect(JSON.parse(stdout)).toEqual({ ...message, reason: expect.stringContaining('The image ') })
  })

  test('lists what is written, and report.json as it is', async () => {
    const cwd = publication()
    writeFileSync(join(cwd, 'trifold.yaml'), 'name: S\nlang: en\naddress: A\nurl: https://example.org\n')
    const { code } = await trifold(['build'], { cwd })
    expect(code).toBe(0)
    const folder = join(cwd, 'dist/the-mill')
    const [, tables = ''] = page.split('### What is written')
    const [ofIssue = '', ofSite = ''] = tables.split('Around these folders')
    const named = (table: string) =>
      [...(table.split('\n### ')[0]?.matchAll(/^\| (`.*?`) \|/gm) ?? [])]
        .flatMap(([, names = '']) => [...names.matchAll(/`([^`]*)`/g)].map(([, name = '']) => name))
        .map(name => name.replace('<slug>', 'the-mill'))
    const filesIn = (path: string) =>
      readdirSync(path, { withFileTypes: true }).flatMap(entry => (entry.isFile() ? [entry.name] : []))
    expect(
      named(ofIssue)
        .filter(name => !name.endsWith('/'))
        .sort(),
    ).toEqual(filesIn(folder).sort())
    expect(named(ofSite).sort()).toEqual(filesIn(join(cwd, 'dist')).sort())
    const report = JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8'))
    const [, example] = json
    expect(Object.keys(report)).toEqual(Object.keys(example))
    expect(report).toMatchObject({ slug: example.slug, title: example.title })
    expect(Object.keys(report.formats.pdf)).toEqual(Object.keys(example.formats.pdf))
    expect(Object.keys(report.formats.pdf.files[0])).toEqual(Object.keys(example.formats.pdf.files[0]))
    const sizes = Object.values<{ sizes: object }>(report.formats).flatMap(format =>
      Object.keys(format.sizes),
    )
    for (const size of sizes) expect(page).toContain(`\`${size}\``)
  })
})
