import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { temporaryFolder, trifold } from '../support/cli.js'
import { docx, paragraph } from '../support/docx.js'

const pasted = `The mill at Saltmere

By Ishbel Tarrant

It has stood for a hundred years, and the sea has tried the door every day of them.

What the tide does

It comes in, and it goes out again. Nobody has ever found another use for it.
`
const page = `<!doctype html><html lang="en"><head><title>The mill | Slack Water</title>
<meta property="og:title" content="The mill"><meta name="author" content="Ishbel Tarrant"></head>
<body><nav><a href="/">Home</a><a href="/a">About</a></nav><main><article><h1>The mill</h1>
<p>It has stood for a hundred years, and the sea has tried the door every day of them, twice.</p>
<h2>What the tide does</h2><p>It comes in, and it goes out again. Nobody has ever found another use for it, and many have tried.</p>
</article></main><footer>© Slack Water</footer></body></html>`

function publication(files: Readonly<Record<string, string | Uint8Array>>): string {
  const cwd = temporaryFolder()
  mkdirSync(join(cwd, 'content'))
  writeFileSync(join(cwd, 'trifold.yaml'), 'name: Slack Water\nlang: en\naddress: 4 Custom House Lane\n')
  for (const [name, held] of Object.entries(files)) writeFileSync(join(cwd, name), held)
  return cwd
}

describe('trifold import', () => {
  test.each<[name: string, source: string | Uint8Array]>([
    ['mill.txt', pasted],
    ['mill.html', page],
    [
      'mill.docx',
      docx(
        paragraph('The mill', 'Title') +
          paragraph('It has stood for a hundred years.') +
          paragraph('What the tide does', 'heading 1') +
          paragraph('It comes in.'),
        { styles: ['Normal', 'Title', 'heading 1'] },
      ),
    ],
  ])('%s becomes Markdown that builds, and builds directly', async (name, source) => {
    const cwd = publication({ [name]: source })
    const called = await trifold(['import', name, '-o', 'content'], { cwd })
    expect(called).toMatchObject({ code: 0, stdout: 'content/mill.md\n' })
    const markdown = readFileSync(join(cwd, 'content/mill.md'), 'utf8')
    expect(markdown).toMatch(/^---\ntitle: The mill/)
    expect(markdown).toContain('\n## What the tide does\n')
    expect(await trifold(['build', '-f', 'web'], { cwd })).toMatchObject({ code: 0 })
    const built = readFileSync(join(cwd, 'dist/mill/index.html'), 'utf8')
    expect(built).toContain('It comes in')
    expect(await trifold(['build', name, '-f', 'web', '-o', 'direct'], { cwd })).toMatchObject({ code: 0 })
    const direct = readFileSync(join(cwd, 'direct/mill/index.html'), 'utf8')
    const article = (html: string) => html.slice(html.indexOf('<main'), html.indexOf('</main>'))
    expect(article(direct)).toBe(article(built))
  })

  test('prints one article where no place is named, from standard input too', async () => {
    const cwd = publication({})
    const called = await trifold(['import', '-'], { cwd, input: pasted })
    expect(called.code).toBe(0)
    expect(called.stdout).toMatch(
      /^---\ntitle: The mill at Saltmere\nauthors: Ishbel Tarrant\n---\n\nIt has stood/,
    )
  })

  test('writes over nothing, unless it is told to', async () => {
    const cwd = publication({ 'mill.txt': pasted })
    writeFileSync(join(cwd, 'content/mill.md'), 'Mine.')
    const refused = await trifold(['import', 'mill.txt', '-o', 'content'], { cwd })
    expect(refused).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('content/mill.md: already there'),
    })
    expect(readFileSync(join(cwd, 'content/mill.md'), 'utf8')).toBe('Mine.')
    expect(await trifold(['import', 'mill.txt', '-o', 'content', '--force'], { cwd })).toMatchObject({
      code: 0,
    })
    expect(readFileSync(join(cwd, 'content/mill.md'), 'utf8')).toContain('It has stood')
  })

  test('puts pictures that a document holds beside the article', async () => {
    // A picture of some size: a page has very small ones in the place of what it loads later.
    const pixels = Uint8Array.from({ length: 60 * 40 * 3 }, (_, index) => (index * index) % 251)
    const bytes = await sharp(pixels, { raw: { width: 60, height: 40, channels: 3 } })
      .png()
      .toBuffer()
    const png = bytes.toString('base64')
    const html = `<article><h1>The mill</h1><p>Words enough for a paragraph, and a few more of them.</p><figure><img src="data:image/png;base64,${png}" alt="A dot"><figcaption>A dot</figcaption></figure></article>`
    const cwd = publication({ 'mill.html': html })
    expect(await trifold(['import', 'mill.html', '-o', 'content'], { cwd })).toMatchObject({ code: 0 })
    const markdown = readFileSync(join(cwd, 'content/mill.md'), 'utf8')
    const [, path = ''] = /\]\((images\/[0-9a-f]{16}\.png)/.exec(markdown) ?? []
    expect(readFileSync(join(cwd, 'content', path)).toString('base64')).toBe(png)
  })

  test('takes the pictures along that lie beside a saved page or an export, and none from elsewhere', async () => {
    const pixels = (seed: number) =>
      sharp(
        Uint8Array.from({ length: 60 * 40 * 3 }, (_, index) => (index * seed) % 251),
        {
          raw: { width: 60, height: 40, channels: 3 },
        },
      )
        .jpeg()
        .toBuffer()
    const cwd = publication({})
    for (const folder of ['saved/mill_files', 'saved/content/images', 'out'])
      mkdirSync(join(cwd, folder), { recursive: true })
    writeFileSync(join(cwd, 'saved/mill_files/wheel.jpg'), await pixels(3))
    writeFileSync(join(cwd, 'saved/content/images/mill.jpg'), await pixels(5))
    writeFileSync(join(cwd, 'secret.jpg'), await pixels(7))
    const text = '<p>It has stood for a hundred years, and the sea has tried the door every day of them.</p>'
    writeFileSync(
      join(cwd, 'saved/mill.html'),
      `<article><h1>The mill</h1>${text}<figure><img src="mill_files/wheel.jpg" alt="A wheel"></figure>${text}<figure><img src="../secret.jpg" alt="A secret"></figure></article>`,
    )
    const post = { id: '1', title: 'One', slug: 'one', html: text, status: 'published', type: 'post' }
    const data = { posts: [{ ...post, feature_image: '__GHOST_URL__/content/images/mill.jpg' }] }
    writeFileSync(join(cwd, 'saved/ghost.json'), JSON.stringify({ db: [{ data }] }))
    const called = await trifold(['import', 'saved/mill.html', 'saved/ghost.json', '-o', 'out'], { cwd })
    expect(called).toMatchObject({ code: 0, stdout: 'out/mill.md\nout/one.md\n' })
    expect(readdirSync(join(cwd, 'out/images'))).toHaveLength(2)
    const page = readFileSync(join(cwd, 'out/mill.md'), 'utf8')
    expect(page).toMatch(/!\[A wheel\]\(images\/[0-9a-f]{16}\.jpg\)/)
    expect(page).toContain('../secret.jpg')
    expect(readFileSync(join(cwd, 'out/one.md'), 'utf8')).toMatch(/cover: images\/[0-9a-f]{16}\.jpg/)
  })

  test('brings the posts of an export in, each as a file, and says what is left out', async () => {
    const csv =
      'post_id,post_date,is_published,title\n1.one,2026-01-02,true,One\n2.two,2026-01-03,true,Two\n3.three,,false,Three\n'
    const cwd = publication({
      'export.zip': zipSync({
        'posts.csv': strToU8(csv),
        'posts/1.one.html': strToU8('<p>First.</p>'),
        'posts/2.two.html': strToU8('<p>Second.</p>'),
      }),
    })
    const called = await trifold(['import', 'export.zip', '-o', 'content', '--verbose'], { cwd })
    expect(called).toMatchObject({ code: 0, stdout: 'content/one.md\ncontent/two.md\n' })
    expect(called.stderr).toContain('“Three”, which is a draft; it is left out  import-post')
    expect(readFileSync(join(cwd, 'content/two.md'), 'utf8')).toBe(
      '---\ntitle: Two\ndate: 2026-01-03\n---\n\nSecond.\n',
    )
  })

  test('takes a folder for the export that lies in it, unpacked or not', async () => {
    const cwd = publication({})
    mkdirSync(join(cwd, 'substack/posts'), { recursive: true })
    mkdirSync(join(cwd, 'ghost'))
    writeFileSync(
      join(cwd, 'substack/posts.csv'),
      'post_id,post_date,is_published,title\n1.one,2026-01-02,true,One\n',
    )
    writeFileSync(join(cwd, 'substack/posts/1.one.html'), '<p>First.</p>')
    const post = {
      id: '2',
      title: 'Two',
      slug: 'two',
      html: '<p>Second.</p>',
      status: 'published',
      type: 'post',
    }
    writeFileSync(join(cwd, 'ghost/site.json'), JSON.stringify({ db: [{ data: { posts: [post] } }] }))
    const called = await trifold(['import', 'substack', 'ghost', '-o', 'content'], { cwd })
    expect(called).toMatchObject({ code: 0, stdout: 'content/one.md\ncontent/two.md\n' })
    expect(await trifold(['import', 'content', '-o', 'out'], { cwd })).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('folder without an export'),
    })
  })

  test('keeps a digest of the words of a text that may not be altered, and a build tells of a change', async () => {
    const html =
      '<h1>The mill</h1><p>It has stood for a hundred years.</p><p>This article is republished from <a href="https://theconversation.com">The Conversation</a> under a Creative Commons license. Read the <a href="https://theconversation.com/the-mill-1">original article</a>.</p>'
    const cwd = publication({ 'mill.html': html })
    expect(await trifold(['import', 'mill.html', '-o', 'content'], { cwd })).toMatchObject({ code: 0 })
    const path = join(cwd, 'content/mill.md')
    const markdown = readFileSync(path, 'utf8')
    expect(markdown).toMatch(/fingerprint: [0-9a-f]{16}/)
    expect((await trifold(['build', '-f', 'web'], { cwd })).stderr).not.toContain('source-changed')
    writeFileSync(path, markdown.replace('hundred', 'thousand'))
    expect((await trifold(['build', '-f', 'web'], { cwd })).stderr).toMatch(/warning .*source-changed/)
  })

  test.each<[what: string, name: string, held: string | Uint8Array, says: RegExp]>([
    ['a PDF that is called a page', 'a.html', '%PDF-1.7 ...', /Unexpected PDF, expected a text/],
    ['a ZIP that is called a text', 'a.txt', zipSync({ a: strToU8('a') }), /Unexpected ZIP or Word document/],
    ['a ZIP that is no export', 'a.zip', zipSync({ a: strToU8('a') }), /no posts\.csv/],
    [
      'a Word document with macros',
      'a.docx',
      docx(paragraph('W.'), { files: { 'word/vbaProject.bin': strToU8('x') } }),
      /with macros/,
    ],
    ['JSON of something else', 'a.json', '{"a": 1}', /not that of a Ghost site/],
    ['XML of something else', 'a.xml', '<a/>', /not an export of WordPress/],
    ['nothing at all', 'a.txt', '', /empty file/],
    ['a text that is too large', 'a.txt', 'Words. '.repeat(700_000), /size of 4900000 bytes/],
  ])('%s is told of, and nothing is written', async (_, name, held, says) => {
    const cwd = publication({ [name]: held })
    const called = await trifold(['import', name, '-o', 'content'], { cwd })
    expect(called).toMatchObject({ code: 1, stdout: '' })
    expect(called.stderr).toMatch(says)
    expect(called.stderr).not.toMatch(/\n\s+at /)
    expect(existsSync(join(cwd, 'content/a.md'))).toBe(false)
  })

  test('is told what it may not do', async () => {
    const cwd = publication({ 'a.txt': pasted, 'b.txt': pasted })
    expect(await trifold(['import'], { cwd })).toMatchObject({ code: 2 })
    expect(await trifold(['import', 'a.txt', '--quotes', 'all'], { cwd })).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('expected safe or likely'),
    })
    expect(await trifold(['import', 'a.txt', 'b.txt', '-o', 'one.md'], { cwd })).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('expected a folder'),
    })
    expect(await trifold(['import', 'gone.txt'], { cwd })).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('Cannot read the file'),
    })
  })
})
