import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { temporaryFolder, trifold } from '../../support/cli.js'
import { patience, watching } from '../../support/watching.js'

const head = (title: string) => `---\ntitle: ${title}\ndate: 2026-05-31\n---\n\n`

/** A publication with one article, and how it is written and read. */
function publication(config = '') {
  const root = temporaryFolder()
  const path = (name: string) => join(root, name)
  mkdirSync(path('content'))
  const write = (name: string, text: string) => writeFileSync(path(name), text)
  const read = (name: string) => readFileSync(path(`dist/${name}`), 'utf8')
  write('trifold.yaml', `name: Slack Water\naddress: Saltmere\n${config}`)
  write('content/a.md', `${head('A')}The tide is out.\n`)
  return {
    root,
    path,
    write,
    read,
    /** Waits until a file of the output has a text in it. */
    shows: (name: string, text: string) => vi.waitFor(() => expect(read(name)).toContain(text), patience),
  }
}

const email = ['-f', 'email'] as const

test('builds an article again when it is saved, whichever way', async () => {
  const { root, path, write, shows } = publication()
  const { says, said } = await watching(root, ...email)
  write('content/a.md', `${head('A')}The tide is in.\n`)
  await shows('a/email.html', 'The tide is in.')
  await says('content/a.md built again in')
  write('content/new', `${head('A')}The tide has turned.\n`)
  renameSync(path('content/new'), path('content/a.md'))
  await shows('a/email.html', 'The tide has turned.')
  renameSync(path('content/a.md'), path('content/a.md~'))
  write('content/a.md', `${head('A')}The tide stands.\n`)
  rmSync(path('content/a.md~'))
  await shows('a/email.html', 'The tide stands.')
  expect(said()).not.toContain('error')
})

test('builds only what a change touches, and a new article', async () => {
  const { root, write, read, shows } = publication()
  write('content/b.md', `${head('B')}The gulls are loud.\n`)
  const { says, said } = await watching(root, ...email)
  // What is not built is not mended either.
  write('dist/b/email.html', 'as it was')
  write('content/a.md', `${head('A')}The tide is in.\n`)
  await shows('a/email.html', 'The tide is in.')
  await says('content/a.md built again in')
  write('content/c.md', `${head('C')}The boats are in.\n`)
  await shows('c/email.html', 'The boats are in.')
  await says('content/c.md built again in')
  expect(read('b/email.html')).toBe('as it was')
  expect(said()).not.toContain('b.md built')
})

test('of many changes at once builds little, and the last text wins', async () => {
  const { root, write, shows } = publication()
  for (let number = 0; number < 20; number++) write(`content/n${number}.md`, `${head(`N${number}`)}Before.\n`)
  const { times } = await watching(root, ...email)
  for (const text of ['First.', 'Second.', 'Last.'])
    for (let number = 0; number < 20; number++)
      write(`content/n${number}.md`, `${head(`N${number}`)}${text}\n`)
  for (let number = 0; number < 20; number++) await shows(`n${number}/email.html`, 'Last.')
  expect(times('built again')).toBeLessThan(5)
})

test('of what a change may touch and does not nothing is told again', async () => {
  const { root, write } = publication('email: { unsubscribe: https://example.org/u }\n')
  const picture = (width: number) =>
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="40"><path d="M0 0h40v40z"/></svg>`
  write('content/mark.svg', picture(40))
  write('content/b.md', `${head('B')}![](mark.svg)\n\n![A mill](gone.png)\n`)
  write('content/c.md', `${head('C')}![A mill](gone.png)\n\nThe gulls are loud.\n`)
  const { times, says } = await watching(root, ...email)
  const before = [times('content/b.md:8'), times('content/c.md:6')]
  expect(before).not.toContain(0)
  write('content/mark.svg', picture(48))
  await says('content/b.md built again')
  expect([times('content/b.md:8'), times('content/c.md:6')]).toEqual([(before[0] ?? 0) * 2, before[1]])
})

test('a change during a build is in the next', async () => {
  const { root, write, shows } = publication()
  const { said } = await watching(root, ...email)
  for (let number = 1; number <= 30; number++) {
    write('content/a.md', `${head('A')}${'The tide is out. '.repeat(200)} Text ${number}.\n`)
    await new Promise(resolve => setTimeout(resolve, number * 2))
  }
  await shows('a/email.html', 'Text 30.')
  expect(said()).not.toContain('error')
})

test('an article at fault is told of, leaves the earlier files and is mended', async () => {
  const { root, write, read, shows } = publication()
  const { says } = await watching(root, ...email)
  write('content/a.md', '---\ntitle: A\n---\n')
  await says('article-empty')
  expect(read('a/email.html')).toContain('The tide is out.')
  write('content/a.md', `${head('A')}The tide is in.\n`)
  await shows('a/email.html', 'The tide is in.')
})

test('a config that cannot be used is told of and leaves the last in force, until it is mended', async () => {
  const { root, path, write, shows } = publication()
  const { says, times } = await watching(root, ...email)
  write('trifold.yaml', 'name: [')
  await says('config-syntax')
  await says('The config stays as it was')
  expect(times('built again')).toBe(0)
  write('content/a.md', `${head('A')}The tide is in.\n`)
  await shows('a/email.html', 'The tide is in.')
  await shows('a/email.html', 'Slack Water')
  rmSync(path('trifold.yaml'))
  await says('Unexpected want of a config, expected trifold.yaml')
  write('trifold.yaml', 'name: High Water\naddress: Saltmere\n')
  await shows('a/email.html', 'High Water')
})

test('a config in code is read again with what it imports', async () => {
  const { root, path, write, shows } = publication()
  rmSync(path('trifold.yaml'))
  write('name.ts', "export const name: string = 'Slack Water'\n")
  write(
    'trifold.config.ts',
    "import { name } from './name.ts'\nexport default { name, address: 'Saltmere' }\n",
  )
  const { says } = await watching(root, ...email)
  write('name.ts', "export const name: string = 'High Water'\n")
  await shows('a/email.html', 'High Water')
  write('name.ts', 'export const name: string = \n')
  await says('The config does not run')
  write('name.ts', "export const name: string = 'Spring Tide'\n")
  await shows('a/email.html', 'Spring Tide')
})

test('a removed article leaves what was built of it, and the archive without it', async () => {
  const { root, path, write, read, shows } = publication('epub: { cover: none }\n')
  write('content/b.md', `${head('The gulls')}The gulls are loud.\n`)
  const { says } = await watching(root, '-f', 'web')
  expect(read('index.html')).toContain('The gulls')
  rmSync(path('content/b.md'))
  await says('content/b.md is gone; what was built of it stays in b/')
  await vi.waitFor(() => expect(read('index.html')).not.toContain('The gulls'), patience)
  await shows('b/index.html', 'The gulls are loud.')
})

test('an article that gets another slug is in the archive once', async () => {
  const { root, write, read, shows } = publication('epub: { cover: none }\n')
  write('content/b.md', `${head('The gulls')}The gulls are loud.\n`)
  const { says } = await watching(root, '-f', 'web')
  expect(read('index.html')).toContain('href="a/')
  write('content/a.md', `---\ntitle: A\nslug: tide\ndate: 2026-05-31\n---\n\nThe tide is in.\n`)
  await shows('tide/index.html', 'The tide is in.')
  await says('content/a.md built again in')
  await shows('index.html', 'href="tide/')
  expect(read('index.html')).not.toContain('href="a/')
})

test('two articles that come to have one slug, and no more', async () => {
  const { root, write, read, shows } = publication()
  write('content/b.md', `${head('B')}The gulls are loud.\n`)
  const { says } = await watching(root, ...email)
  write('content/a.md', `---\ntitle: A\nslug: b\n---\n\nThe tide is in.\n`)
  await says('slug-taken')
  // As in a build of both, where the first has it.
  await shows('b/email.html', 'The tide is in.')
  write('content/a.md', `${head('A')}The tide is in.\n`)
  await shows('b/email.html', 'The gulls are loud.')
  expect(read('a/email.html')).toContain('The tide is in.')
})

test('in the end every file is as a build makes it', async () => {
  const { root, path, write, shows } = publication('url: https://slackwater.example.org\n')
  write(
    'content/mark.svg',
    '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><path d="M0 0h40v40z"/></svg>',
  )
  const article = (text: string) => `${head('A')}${text}\n\n![A mark](mark.svg)\n`
  write('content/a.md', article('The tide is out.'))
  const { says } = await watching(root)
  write('content/a.md', article(`The tide is in. ${'And out, and in. '.repeat(300)}`))
  await shows('a/email.html', 'The tide is in.')
  await says('content/a.md built again in')
  write(
    'content/mark.svg',
    '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><path d="M0 0v40h40z"/></svg>',
  )
  await says('built again in', 2)
  const { code } = await trifold(['build', '-o', 'once'], { cwd: root })
  expect(code).toBe(0)
  expect(filesIn(path('dist'))).toEqual(filesIn(path('once')))
})

test('a build that a newer text ended leaves no picture that nothing names', async () => {
  const { root, path, write, shows } = publication('epub: { cover: none }\n')
  const square = (at: number) =>
    `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><path d="M0 0h${at}v40z"/></svg>`
  for (let number = 0; number <= 12; number++) write(`content/${number}.svg`, square(number + 1))
  const { said } = await watching(root, '-f', 'email,web,epub')
  for (let number = 0; number <= 12; number++) {
    write(
      'content/a.md',
      `${head('A')}Text ${number}. ${'And out, and in. '.repeat(400)}\n\n![A mark](${number}.svg)\n`,
    )
    await new Promise(resolve => setTimeout(resolve, 20 + 8 * number))
  }
  await shows('a/email.html', 'Text 12.')
  await vi.waitFor(async () => {
    const { code } = await trifold(['build', '-f', 'email,web,epub', '-o', 'once'], { cwd: root })
    expect(code).toBe(0)
    expect(filesIn(path('dist'))).toEqual(filesIn(path('once')))
  }, patience)
  expect(said()).not.toContain('error')
})

test('with --json says after each run what was built', async () => {
  const { root, write } = publication()
  const { said, says } = await watching(root, '--json', ...email)
  write('content/a.md', `${head('A')}The tide is in.\n`)
  await says('"built"', 2)
  const lines = said()
    .trim()
    .split('\n')
    .map(line => JSON.parse(line))
  expect(lines.filter(line => 'built' in line)).toEqual([
    { built: ['a'], milliseconds: expect.any(Number) },
    { built: ['a'], milliseconds: expect.any(Number) },
  ])
})

test('ends with code 0, whatever the last build said', async () => {
  const { root, write } = publication()
  const { says, stop } = await watching(root, ...email)
  write('content/a.md', '')
  await says('article-empty')
  expect(await stop()).toBe(0)
})

test.each([
  [['-'], '`-` with --watch'],
  [['--verify'], '--verify with --watch'],
  [['--sarif', 'found.sarif'], '--sarif with --watch'],
])('takes no %s', async (args, said) => {
  const { root } = publication()
  const { code, stderr } = await trifold(['build', '-w', ...args], { cwd: root })
  expect(code).toBe(2)
  expect(stderr).toContain(said)
})

/** Every file below a folder, by its path, with what it holds. */
function filesIn(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
  return Object.fromEntries(
    names
      .filter(entry => entry.isFile())
      .map(entry => join(entry.parentPath, entry.name))
      .sort()
      .map(file => [file.slice(folder.length), readFileSync(file, 'base64')]),
  )
}
