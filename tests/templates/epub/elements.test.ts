import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { toHtml } from 'hast-util-to-html'
import { describe, expect, test } from 'vitest'
import type { Article } from '../../../pipeline/article.js'
import { bindEpub } from '../../../pipeline/bind/epub/bind.js'
import { checkEpub } from '../../../pipeline/check/epub.js'
import { epubElements } from '../../../templates/epub/elements.js'
import { epubTemplate } from '../../../templates/epub/epub.js'
import { htmlOf } from '../../../templates/html/state.js'
import { expectFile } from '../../support/expectation.js'
import { issueOf, joined, renderingOf } from '../../support/rendering.js'
import { issue } from '../../support/tree.js'
import { oddities } from './oddities.js'

const fixtures = join(import.meta.dirname, '../../fixtures/elements')
const names = readdirSync(fixtures)
const fixture = (name: string) =>
  issueOf(readFileSync(join(fixtures, name, 'input.md'), 'utf8'), `${name}.md`)

/** The blocks of an article's text as a chapter has them, one to a line. */
function set(of: Parameters<typeof renderingOf>[0]): string {
  const rendering = renderingOf(of, 'epub')
  const [article] = of.articles
  const blocks = htmlOf(article.tree.children, { rendering, article, handlers: epubElements })
  return blocks.map(block => `${toHtml(block)}\n`).join('')
}

describe('what an element becomes in an EPUB', () => {
  test.each(names)('%s', async name => {
    expectFile(join(import.meta.dirname, 'elements', `${name}.html`), set(await fixture(name)))
  })
})

test('every element, an article each, in one valid book', async () => {
  const [first, ...more] = await Promise.all(names.map(fixture))
  if (!first) throw new Error('Expected fixtures')
  expect(await checkEpub(await bindEpub(epubTemplate(renderingOf(joined(first, ...more), 'epub'))))).toEqual(
    [],
  )
})

describe('what no writer means is valid all the same', () => {
  test.each(Object.entries(oddities))('%s', async (_name, blocks) => {
    const book = epubTemplate(renderingOf(issue(blocks), 'epub'))
    expect(await checkEpub(await bindEpub(book))).toEqual([])
  })

  test('with its words kept', () => {
    expect(set(issue(oddities['a call in a link'] ?? []))).toContain(
      'read <em>on</em></a><sup class="noteref"><a id="fnref-1" href="#fn-1"',
    )
    expect(set(issue(oddities['a ruby without a reading'] ?? []))).toBe('<p>潮</p>\n')
    expect(set(issue(oddities['a ruby of readings and words in no order'] ?? []))).toBe(
      '<p><ruby>a潮<rt>b</rt><rt>c</rt></ruby>田</p>\n',
    )
    expect(set(issue(oddities['a direction that is not said'] ?? []))).toBe(
      '<p><span>abc</span><span dir="auto">d</span></p>\n',
    )
    expect(set(issue(oddities['a call in a button'] ?? []))).toContain('>Go</a><sup class="noteref">')
    expect(set(issue(oddities['a picture that is not there'] ?? []))).toContain('missing-image">Image</span>')
    expect(set(issue(oddities['a saying without a term'] ?? []))).toBe(
      '<dl><dt></dt><dd>Rises.</dd><dt>Ebb</dt><dd></dd></dl>\n',
    )
  })
})

test('chapters of one issue keep their ids and notes to themselves', async () => {
  const notes = await fixture('footnote')
  const rendering = renderingOf(joined(notes, notes), 'epub')
  const book = epubTemplate(rendering)
  expect(book.documents.map(({ file }) => file)).toEqual(['title.xhtml', 'ch-001.xhtml', 'ch-002.xhtml'])
  const second = book.documents[2]?.body.map(node => toHtml(node)).join('') ?? ''
  expect(second).toContain('id="a2-fn-1"')
  expect(second).toContain('href="#a2-fn-1"')
  expect(second).not.toContain('a1-')
})

test('a chapter in another language than the issue says so', async () => {
  const arabic: Article = {
    ...(await fixture('languages')).articles[0],
    key: 'a2',
  }
  const of = joined(await fixture('paragraph'))
  const rendering = renderingOf(
    { ...of, articles: [of.articles[0], { ...arabic, meta: { ...arabic.meta, lang: 'ar', dir: 'rtl' } }] },
    'epub',
  )
  const book = epubTemplate(rendering)
  expect(book.documents.map(({ lang, dir }) => [lang, dir])).toEqual([
    ['en', undefined],
    ['en', undefined],
    ['ar', 'rtl'],
  ])
  expect(book.otherLangs).toEqual(['ar', 'ja'])
})
