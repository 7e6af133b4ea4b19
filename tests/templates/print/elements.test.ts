import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { toHtml } from 'hast-util-to-html'
import { describe, expect, test } from 'vitest'
import { htmlOf } from '../../../templates/html/state.js'
import { printElements } from '../../../templates/print/elements.js'
import { expectFile } from '../../support/expectation.js'
import { issueOf, renderingOf } from '../../support/rendering.js'
import { element, issue, mathml, paragraph } from '../../support/tree.js'

const fixtures = join(import.meta.dirname, '../../fixtures/elements')

/** The blocks of an article's text as they are printed, one to a line. */
function printed(of: Parameters<typeof renderingOf>[0]): string {
  const rendering = renderingOf(of, 'pdf')
  const [article] = of.articles
  const blocks = htmlOf(article.tree.children, { rendering, article, handlers: printElements })
  return blocks.map(block => `${toHtml(block)}\n`).join('')
}

describe('what an element becomes on paper', () => {
  test.each(readdirSync(fixtures))('%s', async name => {
    const of = await issueOf(readFileSync(join(fixtures, name, 'input.md'), 'utf8'))
    expectFile(join(import.meta.dirname, 'elements', `${name}.html`), printed(of))
  })
})

describe('a table gets into the page', () => {
  const row = (...cells: string[]) =>
    element(
      'tr',
      {},
      cells.map(cell => element('td', {}, [cell])),
    )
  const table = (...cells: string[]) =>
    printed(issue([element('table', {}, [element('tbody', {}, [row(...cells)])])])).split('>')[0]

  test('in the column, when it is small', () => {
    expect(table('One', 'Two')).toBe('<table')
  })

  test('over the whole width, when its cells are long', () => {
    expect(table(...Array(4).fill('A cell of many words, none of them long'))).toBe('<table class="wide"')
  })

  test('smaller, when its words do not stand side by side', () => {
    const size = (count: number) => {
      const [, points] =
        /^<table class="wide close" style="font-size: ([\d.]+)pt;[^"]+"$/.exec(
          table(...Array(count).fill('Comprehensive')) ?? '',
        ) ?? []
      return Number(points)
    }
    expect(size(8)).toBeLessThan(9)
    expect(size(9)).toBeLessThan(size(8))
    expect(size(9)).toBeGreaterThan(5.5)
  })

  test('with its words broken, when they would be too small to read; numbers come last', () => {
    const words = Array(14).fill('Comprehensive')
    expect(table(...words)).toContain('<table class="wide close breaks-words" style="font-size: 5.5pt;')
    expect(table(...words, ...Array(30).fill('1234567'))).toContain('class="wide close breaks-all"')
  })

  test('as large as any other, when it has an address in it, or a word that is longer than any', () => {
    expect(table('One', `https://example.org/${'a/b-c?'.repeat(20)}`)).toMatch(/^<table(?: class="wide")?$/)
    expect(table('One', '0123456789abcdef'.repeat(6))).toMatch(/^<table(?: class="wide")?$/)
  })
})

describe('a formula gets into the column', () => {
  const formula = (signs: number) =>
    printed(issue([element('equation', { tex: 'x' }, [mathml('math', [mathml('mi', ['x'.repeat(signs)])])])]))

  test('as it is, when it is short', () => {
    expect(formula(10)).not.toContain('style')
  })

  test('no wider than what it stands in, when it is long', () => {
    expect(formula(70)).toContain('<div class="equation">')
    expect(formula(70)).toMatch(/<math [^>]*style="font-size: min\(1em, 100cqi \/ 4\d(?:\.\d)?\)"/)
  })

  test('over the whole width, when it would be too small in the column', () => {
    expect(formula(100)).toContain('<div class="equation wide">')
  })
})

test('a button that leads into the text needs no address', () => {
  expect(printed(issue([element('button', { href: '#notes' }, ['Notes'])]))).toBe(
    '<div class="button"><p><a href="#notes">Notes</a></p></div>\n',
  )
})

test('a merge tag prints its default, and nothing where it has none', () => {
  const tag = (properties: { name: string; default?: string }) => element('mergetag', properties)
  const of = issue([
    paragraph('Dear ', tag({ name: 'name', default: 'reader' }), tag({ name: 'email' }), '.'),
  ])
  expect(printed(of)).toBe('<p>Dear reader.</p>\n')
})
