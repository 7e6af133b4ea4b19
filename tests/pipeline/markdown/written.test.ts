import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fromHtml } from 'hast-util-from-html'
import { expect, test } from 'vitest'
import type { BlockElement } from '../../../pipeline/article.js'
import { toMarkdown } from '../../../pipeline/markdown/to-markdown.js'
import { reporter } from '../../../pipeline/messages.js'
import { readFrontMatter } from '../../../pipeline/parse/front-matter.js'
import { transform } from '../../../pipeline/transform/transform.js'
import { articleOf } from '../../support/article.js'
import { expectFile } from '../../support/expectation.js'
import { article, element, paragraph } from '../../support/tree.js'

const fixtures = join(import.meta.dirname, '../../fixtures/markdown')

async function htmlArticle(html: string) {
  const report = reporter('input.html', [])
  const frontMatter = readFrontMatter(undefined, { lang: 'en', slug: 'input' }, report)
  return transform(
    { frontMatter, hast: fromHtml(html, { fragment: true }), tags: [] },
    { key: 'a1', file: 'input.html' },
    report,
  )
}

/** A folder holds input.md or input.html, and expected.md: what is written of it. */
test.each(readdirSync(fixtures))('%s', async name => {
  const file = (part: string) => join(fixtures, name, part)
  const read = existsSync(file('input.html'))
    ? await htmlArticle(readFileSync(file('input.html'), 'utf8'))
    : (await articleOf(readFileSync(file('input.md'), 'utf8'))).article
  const written = toMarkdown(read)
  expectFile(file('expected.md'), written)
  const again = (await articleOf(written)).article
  expect(toMarkdown(again)).toBe(written)
})

test('a language and a slug that go without saying are not written', () => {
  const given = article([paragraph('Words.')], { meta: { lang: 'de', slug: 'gezeiten' } })
  expect(toMarkdown(given)).toBe('---\ntitle: A title\nlang: de\nslug: gezeiten\n---\n\nWords.\n')
  expect(toMarkdown(given, { lang: 'de', slug: 'gezeiten' })).toBe('---\ntitle: A title\n---\n\nWords.\n')
})

test('a dollar is escaped where one alone begins a formula', () => {
  const given = article([paragraph('It cost $5 and $6.')])
  expect(toMarkdown(given)).toContain('It cost $5 and $6.')
  expect(toMarkdown(given, { singleDollarMath: true })).toContain('It cost \\$5 and \\$6.')
})

test('an element that was added to the vocabulary is a directive of its name', () => {
  const chord = {
    ...element('callout', { kind: 'tip' }, [paragraph('Strum.')]),
    tagName: 'chord',
    properties: { name: 'Am7' },
  }
  // The compiled vocabulary has no such element; a publication's own has.
  expect(toMarkdown(article([chord as never]))).toContain(':::chord{name="Am7"}\nStrum.\n:::')
})

test('lists in lists are written in time, whatever form they take', () => {
  const inner = (depth: number): BlockElement =>
    element('ul', {}, [
      element('li', {}, ['words', ...(depth > 0 ? [inner(depth - 1)] : [])]),
      element('li', {}, [paragraph('A paragraph')]),
    ])
  expect(toMarkdown(article([inner(40)]))).toContain('</ul>')
})
