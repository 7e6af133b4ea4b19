import { cpSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import * as library from '../../pipeline/index.js'
import { temporaryFolder } from '../support/cli.js'
import { examplesOf, readPage } from './page.js'

const page = readPage('docs/library.md')
const examples = examplesOf(page)
const folder = join(import.meta.dirname, 'library')

/** Runs an example in a folder with `content/`, and says which files it made. */
async function ran<Exported>(run: () => Promise<Exported>): Promise<{ made: string[]; exported: Exported }> {
  const at = temporaryFolder()
  const here = process.cwd()
  onTestFinished(() => process.chdir(here))
  mkdirSync(join(at, 'content'))
  cpSync(join(here, 'content/images'), join(at, 'content/images'), { recursive: true })
  cpSync(join(here, 'content/the-mill-at-nendrum.md'), join(at, 'content/the-mill.md'))
  process.chdir(at)
  const exported = await run()
  const made = readdirSync(at, { recursive: true }).map(String)
  return { made: made.filter(path => !path.startsWith('content')).sort(), exported }
}

/** Nothing stopped it. */
function expectMade({ files, messages }: library.Rendition): void {
  expect(messages.filter(message => message.fatal)).toEqual([])
  expect(files.length).toBeGreaterThan(0)
}

describe('docs/library.md', () => {
  test('has the examples of its folder, and no other', () => {
    const named = examples.flatMap(({ comment }) => /^tests\/docs\/library\/(.*)/.exec(comment)?.[1] ?? [])
    expect(named.sort()).toEqual(readdirSync(folder).sort())
  })

  test.each(examples)('has $comment word for word', ({ comment, text }) => {
    const fromHere = (name: string) => (name ? `face/${name}` : 'index')
    const imports = (_: string, name = '') => `'../../../pipeline/${fromHere(name)}.js'`
    // What tests/types compiles is imported as its readers import it.
    const written = comment.endsWith('.tsx') ? text : text.replace(/'trifold(?:\/(\w+))?'/g, imports)
    expect(written).toBe(readPage(comment))
  })

  test('names everything that the library exports', () => {
    const missing = Object.keys(library).filter(name => !page.includes(`\`${name}\``))
    expect(missing).toEqual([])
  })
})

describe('what its examples do', () => {
  test('an EPUB of Markdown', async () => {
    const { made } = await ran(() => import('./library/markdown.js'))
    expect(made).toEqual(['article.epub'])
  })

  test('every format of a file', async () => {
    const { made } = await ran(() => import('./library/file.js'))
    const files = ['email.eml', 'email.html', 'email.txt', 'index.html', 'the-mill.epub', 'the-mill.pdf']
    expect(made).toEqual(expect.arrayContaining(files.map(file => join('public', 'the-mill', file))))
    expect(made.some(path => path.includes(join('images', '/')))).toBe(true)
  })

  test('an email of HTML', async () => {
    expectMade((await ran(() => import('./library/html.js'))).exported.email)
  })

  test('a page of a tree', async () => {
    expectMade((await ran(() => import('./library/hast.js'))).exported.page)
  })

  test('a PDF that can be stopped', async () => {
    expectMade((await ran(() => import('./library/signal.js'))).exported.pdf)
  })

  test('messages, in words', async () => {
    const { exported } = await ran(() => import('./library/messages.js'))
    expect(exported.isMade).toBe(true)
    expect(exported.report).toContainEqual(expect.stringMatching(/^tides\.md:3 warning image-alt: /))
    expect(exported.report).toContainEqual(expect.stringMatching(/^tides\.md:1 info date-missing: /))
  })

  test('Markdown of an article', async () => {
    const { texts } = (await ran(() => import('./library/to-markdown.js'))).exported
    expect(texts).toEqual(['---\ntitle: Spring tides\n---\n\nThey come *twice* a month.\n'])
  })

  test('a unified pipeline', async () => {
    expectMade((await ran(() => import('./library/unified.js'))).exported.book)
  })

  test('handlers and layouts of one’s own', async () => {
    const { page } = (await ran(() => import('./library/override.js'))).exported
    const html = new TextDecoder().decode(page.files.find(({ path }) => path === 'index.html')?.bytes)
    expect(html).toContain('<p class="stars">⁂</p>')
    expect(html).toContain('<p>Low water, 2026-03-20</p>')
  })

  test('a format by itself', async () => {
    expect((await ran(() => import('./library/format.js'))).exported.findings).toEqual([])
  })
})
