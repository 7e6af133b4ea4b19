import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { temporaryFolder, trifold } from '../support/cli.js'

const article = (body: string, more = '') => `---\ntitle: T\ndate: 2026-05-31\n${more}---\n\n${body}\n`
const config = 'name: N\nlang: en\naddress: 1 Street\n'

/** A publication in a temporary folder. */
function publication(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = temporaryFolder()
  for (const [name, content] of Object.entries({ 'trifold.yaml': config, ...files })) {
    const path = join(folder, name)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, content)
  }
  return folder
}

/** Formats that need no browser. */
const light = ['-f', 'epub,web']

/** What is wrong, the exit code, and words that the message has to have. */
const cases: readonly [name: string, content: string | Uint8Array, code: number, says: RegExp][] = [
  ['empty file', '', 1, /content\/a\.md {2}error .*empty.*article-empty/],
  ['only front matter', article(''), 1, /content\/a\.md {2}error .*empty.*article-empty/],
  ['no front matter', 'Just words.', 0, /warning .*title.*title-missing/],
  [
    'broken YAML',
    '---\ntitle: "T\nauthors: [A\n---\n\nWords.\n',
    0,
    /content\/a\.md:\d+:\d+ {2}warning .*front-matter-syntax/,
  ],
  [
    'wrong type',
    '---\ntitle: [1, 2]\n---\n\nWords.\n',
    1,
    /content\/a\.md:2:\d+ {2}error .*title.*front-matter-value/,
  ],
  [
    'title of 2,000 characters',
    `---\ntitle: ${'long '.repeat(400)}\n---\n\nWords.\n`,
    0,
    /warning .*title-long/,
  ],
  [
    'missing image',
    article('![A mill](mill.png)'),
    0,
    /content\/a\.md:6:1 {2}warning .*mill\.png.*image-missing/,
  ],
  ['image outside', article('![A mill](../../etc/passwd)'), 1, /error .*image-outside/],
  [
    'unclosed directive',
    article(':::callout{kind=tip}\nWords.'),
    0,
    /content\/a\.md:6:1 {2}warning .*directive-unclosed/,
  ],
  [
    'NUL and controls',
    article('W\u0000or\u0007ds\u0085.'),
    0,
    /content\/a\.md:6:2 {2}warning .*U\+0000 and 2 more.*control-character/,
  ],
  [
    'invalid UTF-8',
    Buffer.concat([Buffer.from(article('Words ')), Buffer.from([0xff, 0xfe, 0x80])]),
    0,
    /warning .*UTF-8.*encoding-guessed/,
  ],
  [
    'hostile front matter',
    article('Words.', '__proto__: { polluted: true }\nslug: ../../x\n'),
    1,
    /error .*slug.*front-matter-value/,
  ],
]

describe('bad input', () => {
  test.each(cases)('%s', async (_, content, code, says) => {
    const cwd = publication({ 'content/a.md': content })
    const called = await trifold(['build', ...light], { cwd })
    expect(called.stderr).toMatch(says)
    expect(called.stderr).not.toMatch(/\n\s+at /)
    expect(called.code).toBe(code)
    expect(existsSync(join(cwd, 'dist'))).toBe(code === 0 || readdirSync(cwd).includes('dist'))
  })

  test('an error leaves the earlier output as it was, and marks it stale', async () => {
    const cwd = publication({ 'content/a.md': article('Words.') })
    await trifold(['build', ...light], { cwd })
    const epub = join(cwd, 'dist/a/a.epub')
    const before = readFileSync(epub)
    writeFileSync(join(cwd, 'content/a.md'), article('Other words.', 'tags: { a: 1 }\n'))
    const called = await trifold(['build', ...light], { cwd })
    expect(called.code).toBe(1)
    expect(readFileSync(epub).equals(before)).toBe(true)
    expect(JSON.parse(readFileSync(join(cwd, 'dist/a/report.json'), 'utf8')).formats.epub.state).toBe('stale')
  })

  test('an article of one megabyte is built, or says why not', async () => {
    const paragraph = `${'Words that go on and on, with *emphasis* here and there. '.repeat(20)}\n\n`
    const cwd = publication({
      'content/a.md': article(paragraph.repeat(Math.ceil(1_000_000 / paragraph.length))),
    })
    const called = await trifold(['build', ...light], { cwd })
    expect(called.code).toBe(0)
    expect(existsSync(join(cwd, 'dist/a/a.epub'))).toBe(true)
  }, 120_000)

  test('a folder that cannot be written', async () => {
    const cwd = publication({ 'content/a.md': article('Words.'), dist: 'a file where the folder should be' })
    const called = await trifold(['build', ...light], { cwd })
    expect(called.stderr).toMatch(/error {2}Cannot write .*a folder above it is a file.*output-unwritable/)
    expect(called.stderr).not.toMatch(/\n\s+at /)
    expect(called.code).toBe(2)
  })

  test('a path that is not there, and one of another kind', async () => {
    const cwd = publication({ 'content/a.md': article('Words.'), 'notes.pdf': 'x' })
    const called = await trifold(['build', 'nothing.md', 'notes.pdf', ...light], { cwd })
    expect(called.stderr).toMatch(/nothing\.md {2}error .*nothing is there.*article-unreadable/)
    expect(called.stderr).toMatch(/notes\.pdf {2}error .*\.pdf.*expected \.md.*article-unreadable/)
    expect(called.code).toBe(1)
  })

  test('two articles with one slug', async () => {
    const cwd = publication({
      'content/a.md': article('Words.'),
      'content/b.md': article('Others.', 'slug: a\n'),
    })
    const called = await trifold(['build', ...light], { cwd })
    expect(called.stderr).toMatch(/content\/b\.md {2}error .*content\/a\.md.*slug-taken/)
    expect(called.code).toBe(1)
    expect(readFileSync(join(cwd, 'dist/a/index.html'), 'utf8')).toContain('Words.')
  })

  test('a browser that is not there: the PDF is an error, the rest is written', async () => {
    const cwd = publication({ 'content/a.md': article('Words.') })
    const called = await trifold(['build', '--browser', '/no/such/browser'], { cwd })
    expect(called.stderr).toMatch(/error .*\/no\/such\/browser.*browser-missing/)
    expect(called.stderr).not.toMatch(/\n\s+at /)
    expect(called.code).toBe(2)
    expect(readdirSync(join(cwd, 'dist/a')).sort()).toEqual([
      'a.epub',
      'email.eml',
      'email.html',
      'email.parts.json',
      'email.txt',
      'index.html',
      'item.json',
      'report.json',
    ])
  })

  test('wrong use', async () => {
    const cwd = publication({ 'content/a.md': article('Words.') })
    expect(await trifold(['build', '-f', 'docx'], { cwd })).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/docx.*expected some of email, pdf, epub, web/),
    })
    expect((await trifold(['bulid'], { cwd })).code).toBe(2)
    expect((await trifold(['build', '--nonsense'], { cwd })).code).toBe(2)
    expect((await trifold(['build', '-c', 'missing.yaml'], { cwd })).code).toBe(2)
  })
})
