import { join } from 'node:path'
import { fromHtml } from 'hast-util-from-html'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { VFile } from 'vfile'
import { describe, expect, onTestFinished, test } from 'vitest'
import { trifoldCompiler, trifoldParser } from '../../pipeline/face/unified.js'
import { createPress, type Press, type PressOptions } from '../../pipeline/index.js'
import type { Rendition } from '../../pipeline/render/rendition.js'
import { memoryWorld } from '../../pipeline/world-memory.js'
import { nodeWorld } from '../../pipeline/world-node.js'
import { worded } from '../support/article.js'
import { outline } from '../support/outline.js'
import { readZip } from '../support/zip.js'

/** A press in a world without disk or browser, closed when the test ends. */
function press(options: PressOptions = {}, files: Readonly<Record<string, string | Uint8Array>> = {}): Press {
  const opened = createPress({
    world: memoryWorld({ files }),
    config: { name: 'N', lang: 'en', address: '1 Street' },
    ...options,
  })
  onTestFinished(() => opened.close())
  return opened
}

const text = (rendition: Rendition, path: string) =>
  new TextDecoder().decode(rendition.files.find(file => file.path === path)?.bytes)

describe('a press', () => {
  test('makes every format that needs no browser of Markdown', async () => {
    const opened = press()
    const read = await opened.fromMarkdown(
      '---\ntitle: Spring tides\ndate: 2026-05-31\n---\n\nTwice a month, "they" say.\n',
      { file: 'tides.md' },
    )
    expect(read.messages).toEqual([])
    expect(read.issue).toMatchObject({ slug: 'tides', title: 'Spring tides' })
    const email = await opened.render(read, 'email')
    expect(email.files.map(file => file.path)).toEqual([
      ...(['email.html', 'email.txt', 'email.eml', 'email.parts.json'] as const),
    ])
    expect(text(email, 'email.txt')).toContain('Twice a month, “they” say.')
    expect(text(await opened.render(read, 'web'), 'index.html')).toContain('Twice a month, “they” say.')
    const { files } = await opened.render(read, 'epub')
    expect(files.map(file => file.path)).toEqual(['tides.epub'])
  })

  test('takes HTML, with its metadata beside it', async () => {
    const read = await press().fromHtml(
      '<h1>Ours</h1><p onclick="x()">Words <b>in</b> HTML.</p><script>x()</script>',
      { date: '2026-05-31', authors: 'A. Byron' },
    )
    expect(read.issue.title).toBe('Ours')
    expect(read.issue.articles[0].meta.authors).toEqual([{ name: 'A. Byron' }])
    expect(outline(read.issue.articles[0].tree)).toBe('p\n  "Words "\n  strong\n    "in"\n  " HTML."\n')
    expect(read.messages.map(worded)).toEqual([
      expect.stringMatching(/^1:\d+ warning html-dropped .*<script>/),
    ])
  })

  test('takes a tree of a pipeline of your own and leaves it as it was', async () => {
    const tree = fromHtml('<h2>Head</h2><p>Words.</p>', { fragment: true })
    const before = structuredClone(tree)
    const read = await press().fromHast(tree, { title: 'T', date: '2026-05-31' })
    expect(tree).toEqual(before)
    expect(outline(read.issue.articles[0].tree)).toBe('h2 id="head"\n  "Head"\np\n  "Words."\n')
  })

  test('reads a file and its pictures from its folder, and nothing outside of it', async () => {
    const png = await import('sharp').then(({ default: sharp }) =>
      sharp({ create: { width: 40, height: 20, channels: 3, background: '#888' } })
        .png()
        .toBuffer(),
    )
    const files = {
      '/pub/content/a.md': '---\ntitle: T\ndate: 2026-05-31\n---\n\n![In](in.png)\n\n![Out](../../out.png)\n',
      '/pub/content/in.png': png,
      '/out.png': png,
    }
    const opened = press({ folder: '/pub' }, files)
    const read = await opened.read('content/a.md')
    const rendition = await opened.render(read, 'web')
    expect(rendition.files).toEqual([])
    expect(rendition.messages.map(worded)).toEqual([expect.stringMatching(/^8:1 error image-outside/)])
    await expect(opened.read('content/b.md')).rejects.toThrow('content/b.md: Cannot read the file')
  })

  test('reads a folder as an issue of several articles, as the command does', async () => {
    const files = {
      '/pub/content/tides/issue.yaml': 'title: Tides\ndate: 2026-05-31\nslug: no-4\n',
      '/pub/content/tides/a.md': '# A\n\nTo [b](b.md).\n',
      '/pub/content/tides/b.md': '# B\n\nWords.\n',
    }
    const opened = press({ folder: '/pub' }, files)
    const read = await opened.read('content/tides')
    expect(read).toMatchObject({
      file: 'content/tides/issue.yaml',
      folder: '/pub/content/tides',
      messages: [],
    })
    expect(read.issue).toMatchObject({ slug: 'no-4', articles: [{ key: 'a1' }, { key: 'a2' }] })
    const { files: made } = await opened.render(read, 'web')
    const page = made.find(({ path }) => path === 'index.html')?.bytes
    expect(new TextDecoder().decode(page)).toContain('<a href="#tf-title-a2">b</a>')
    await expect(opened.read('content')).rejects.toThrow('content: Cannot read the file')
  })

  test('says what stops an article, and makes nothing of it', async () => {
    const opened = press()
    const read = await opened.fromMarkdown('---\ntitle: [1]\n---\n\nWords.\n')
    const rendition = await opened.render(read, 'epub')
    expect(rendition.files).toEqual([])
    expect(rendition.messages.map(worded)).toContainEqual(expect.stringMatching(/error front-matter-value/))
  })

  test('refuses a config that cannot be used', () => {
    expect(() => press({ config: { lang: 'C' } })).toThrow(/lang/)
    expect(() => createPress({ folder: 'relative' })).toThrow(TypeError)
  })

  test('takes no notice of the working directory', async () => {
    const make = async () => {
      const opened = press()
      const { files } = await opened.render(
        await opened.fromMarkdown('---\ntitle: T\ndate: 2026-05-31\n---\n\nWords.\n'),
        'epub',
      )
      return files[0]?.bytes
    }
    const here = process.cwd()
    const first = await make()
    onTestFinished(() => process.chdir(here))
    process.chdir('/')
    expect(await make()).toEqual(first)
  })

  test('prints with a browser that was handed to it, and leaves it open', async () => {
    const lender = nodeWorld()
    onTestFinished(() => lender.close())
    const browser = await lender.browser()
    const opened = createPress({ browser, config: { name: 'N', lang: 'en', address: '1 Street' } })
    const { files } = await opened.render(
      await opened.fromMarkdown('---\ntitle: T\ndate: 2026-05-31\n---\n\nWords.\n'),
      'pdf',
    )
    expect(new TextDecoder().decode(files[0]?.bytes.subarray(0, 5))).toBe('%PDF-')
    await opened.close()
    expect(browser.connected).toBe(true)
  })

  test('a handler and a layout of the publication’s own stand in for ours', async () => {
    const opened = press({
      config: {
        name: 'N',
        lang: 'en',
        address: '1 Street',
        templates: {
          web: {
            elements: { hr: () => [{ type: 'text', value: '***' }] },
            layout: { footer: () => [{ type: 'text', value: 'Our own end' }] },
          },
        },
      },
    })
    const page = text(
      await opened.render(
        await opened.fromMarkdown('---\ntitle: T\ndate: 2026-05-31\n---\n\nA\n\n---\n\nB\n'),
        'web',
      ),
      'index.html',
    )
    expect(page).toContain('***')
    expect(page).toContain('Our own end')
    expect(page).toContain('<p>A</p>')
  })

  test('an added element goes from its directive to its own handlers', async () => {
    const handler = (node: { properties: { name?: unknown } }) => [
      { type: 'text' as const, value: `chord ${node.properties.name}` },
    ]
    const elements = {
      chord: {
        email: handler,
        text: (node: never) => [{ kind: 'block', value: handler(node)[0]?.value }],
        pdf: handler,
        epub: handler,
        web: handler,
      },
    }
    // Tests do not add to the vocabulary itself: every other test would have to hand over handlers too (see tests/types).
    const opened = press({ elements } as unknown as PressOptions)
    const read = await opened.fromMarkdown(
      '---\ntitle: T\ndate: 2026-05-31\n---\n\nA\n\n::chord{name="Am7"}\n\n:::other\nB\n:::\n',
    )
    expect(read.messages.map(worded)).toEqual([expect.stringMatching(/directive-unknown .*`other`/)])
    expect(text(await opened.render(read, 'web'), 'index.html')).toContain('chord Am7')
    const email = await opened.render(read, 'email')
    expect(text(email, 'email.html')).toContain('chord Am7')
    expect(text(email, 'email.txt')).toContain('chord Am7')
    const book = readZip((await opened.render(read, 'epub')).files[0]?.bytes ?? new Uint8Array())
    expect(book.map(entry => entry.text).join('\n')).toContain('chord Am7')
  })
})

describe('in a unified pipeline', () => {
  test('the parser and a compiler', async () => {
    const opened = press()
    const processor = unified()
      .use(trifoldParser, { mergeTags: { name: 'friend' } })
      .use(trifoldCompiler, { press: opened, format: 'web' })
    const file = await processor.process(
      new VFile({
        path: join('x', 'tides.md'),
        value: '---\ntitle: T\ndate: 2026-05-31\n---\n\nDear {{ name }},\n\n:::nonsense\nB\n:::\n',
      }),
    )
    expect(text(file.result, 'index.html')).toContain('Dear friend,')
    expect(file.messages.map(message => worded(message))).toEqual([
      expect.stringMatching(/^8:1 warning directive-unknown/),
    ])
    expect(file.messages[0]?.file).toBe(join('x', 'tides.md'))
  })

  test('a compiler behind a pipeline of your own', async () => {
    const { default: remarkRehype } = await import('./remark-rehype.js')
    const opened = press()
    const processor = unified()
      .use(remarkParse)
      .use(remarkRehype)
      .use(trifoldCompiler, { press: opened, format: 'web', meta: { title: 'Theirs', date: '2026-05-31' } })
    const file = await processor.process('Words *of* theirs.')
    expect(text(file.result, 'index.html')).toContain('Words <em>of</em> theirs.')
  })
})
