import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { toHtml } from 'hast-util-to-html'
import { describe, expect, test } from 'vitest'
import { htmlOf } from '../../../templates/html/state.js'
import { webElements } from '../../../templates/web/elements.js'
import { expectFile } from '../../support/expectation.js'
import { issueOf, renderingOf } from '../../support/rendering.js'
import { element, issue, paragraph, text } from '../../support/tree.js'

const fixtures = join(import.meta.dirname, '../../fixtures/elements')

/** The blocks of an article's text as the page has them, one to a line. */
function shown(of: Parameters<typeof renderingOf>[0]): string {
  const rendering = renderingOf(of, 'web')
  const [article] = of.articles
  const blocks = htmlOf(article.tree.children, { rendering, article, handlers: webElements })
  return blocks.map(block => `${toHtml(block)}\n`).join('')
}

describe('what an element becomes on the web page', () => {
  test.each(readdirSync(fixtures))('%s', async name => {
    const of = await issueOf(readFileSync(join(fixtures, name, 'input.md'), 'utf8'))
    expectFile(join(import.meta.dirname, 'elements', `${name}.html`), shown(of))
  })
})

test('a table without a caption is named by what heads its columns, else by its first row', () => {
  const row = (name: 'th' | 'td') =>
    element('tr', {}, [element(name, {}, ['Port']), element(name, {}, ['Range'])])
  const table = (name: 'th' | 'td') =>
    shown(issue([element('table', {}, [element('tbody', {}, [row(name)])])]))
  expect(table('th')).toMatch(
    /^<div class="scroll" role="group" aria-label="Port, Range" tabindex="0"><table>/,
  )
  expect(table('td')).toMatch(
    /^<div class="scroll" role="group" aria-label="Port, Range" tabindex="0"><table>/,
  )
})

test('a disclosure that nothing names is open', () => {
  expect(shown(issue([element('details', {}, [paragraph(text('By hand.'))])]))).toBe(
    '<div><p>By hand.</p></div>\n',
  )
  expect(
    shown(
      issue([element('details', { open: true }, [element('summary', {}, ['How']), paragraph('By hand.')])]),
    ),
  ).toBe('<details open><summary>How</summary><p>By hand.</p></details>\n')
})
