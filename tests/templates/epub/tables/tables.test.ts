import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { toHtml } from 'hast-util-to-html'
import { describe, expect, test } from 'vitest'
import type { EpubTables } from '../../../../pipeline/article.js'
import { bindEpub } from '../../../../pipeline/bind/epub/bind.js'
import { checkEpub } from '../../../../pipeline/check/epub.js'
import { epubElements } from '../../../../templates/epub/elements.js'
import { epubTemplate } from '../../../../templates/epub/epub.js'
import { htmlOf } from '../../../../templates/html/state.js'
import { expectFile } from '../../../support/expectation.js'
import { issueOf, publication, renderingOf } from '../../../support/rendering.js'

const read = (name: string) => readFileSync(join(import.meta.dirname, name), 'utf8')
const expected = (name: string) => join(import.meta.dirname, 'expected', `${name}.html`)

/** A source's blocks as a chapter has them. */
async function set(source: string, tables?: EpubTables): Promise<string> {
  const of = tables ? { ...publication, epub: { tables } } : publication
  const rendering = renderingOf(await issueOf(source), 'epub', { publication: of })
  expect(await checkEpub(await bindEpub(epubTemplate(rendering)))).toEqual([])
  const [article] = rendering.issue.articles
  const blocks = htmlOf(article.tree.children, { rendering, article, handlers: epubElements })
  return blocks.map(block => `${toHtml(block)}\n`).join('')
}

const isStacked = async (source: string, tables?: EpubTables) => {
  const html = await set(source, tables)
  expect(html.includes('<table')).toBe(!html.includes('class="stacked"'))
  return html.includes('class="stacked"')
}

/** A table of Markdown: its head and so many rows, each of these cells. */
const rows = (head: readonly string[], cells: readonly string[], count: number) =>
  [head, head.map(() => '-'), ...Array.from({ length: count }, () => cells)]
    .map(row => `| ${row.join(' | ')} |\n`)
    .join('')

describe('a table that small screens cannot show is a list of rows', () => {
  test('with its caption, labels, links and notes', async () => {
    expectFile(expected('wide'), await set(read('wide.md')))
  })

  test('with its spans, groups, gaps and places to link to', async () => {
    expectFile(expected('spans'), await set(read('spans.html')))
  })

  test('in which each place and each call of a note is once', async () => {
    for (const source of ['wide.md', 'spans.html']) {
      const html = await set(read(source))
      const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)
      expect(new Set(ids).size).toBe(ids.length)
      const kept = await set(read(source), 'keep')
      const before = [...kept.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)
      expect(ids.toSorted()).toEqual(before.toSorted())
      for (const [, href] of kept.matchAll(/href="([^"]*)"/g))
        expect(html.split(`href="${href}"`)).toHaveLength(2)
    }
  })

  test('and every word of it is there', async () => {
    for (const source of ['wide.md', 'spans.html']) {
      const words = (html: string) =>
        new Set(
          html
            .replace(/<[^>]*>/g, ' ')
            .match(/[\w.:]+/g)
            ?.map(word => word.replace(/:$/, '')),
        )
      const stacked = words(await set(read(source)))
      for (const word of words(await set(read(source), 'keep'))) expect(stacked).toContain(word)
    }
  })
})

describe('headings of rows', () => {
  const words = (html: string) =>
    [...html.matchAll(/<li[^>]*>(.*?)<\/li>/g)].map(([, row = '']) =>
      row
        .replace(/<[^>]*>/g, ' ')
        .trim()
        .split(/\s+/)
        .join(' '),
    )

  test('one of several rows stands before them once, and the next cell names each', async () => {
    const cells = (text: string) =>
      text
        .split(' ')
        .map(cell => `<td>${cell}</td>`)
        .join('')
    const source = `<table><thead><tr><th>Comes</th><th>Name</th><th>c</th><th>d</th><th>e</th></tr></thead><tbody>
<tr><th scope="rowgroup" rowspan="2" id="twice">Twice</th>${cells('M2 1 2 3')}</tr><tr>${cells('S2 4 5 6')}</tr>
<tr id="four"><th scope="row">Four</th>${cells('M4 7 8 9')}</tr></tbody><tfoot><tr>${cells('Sum x y z w')}</tr></tfoot></table>`
    const html = await set(source)
    expect(words(html)).toEqual([
      'Comes: Twice',
      'Name: M2 c: 1 d: 2 e: 3',
      'Name: S2 c: 4 d: 5 e: 6',
      'Comes: Four',
      'Name: M4 c: 7 d: 8 e: 9',
      'Comes: Sum Name: x c: y d: z e: w',
    ])
    expect(html.match(/<div class="row-name"><dt>Name/g)).toHaveLength(3)
    expect(html).toContain('<li class="across"><div id="twice">')
    expect(html).toContain('<li id="four">')
  })

  test('name rows without a head, whose cells stand below in their order', async () => {
    const row = (name: string) => `<tr><th id="${name}">${name}</th>${'<td>1</td>'.repeat(4)}<td></td></tr>`
    const source = `<table><tbody>${row('Spring')}${row('Neap')}</tbody></table>`
    expect(words(await set(source))).toEqual(['Spring: 1 1 1 1 –', 'Neap: 1 1 1 1 –'])
    expect(await set(source)).toContain('<dt id="spring">')
    expect(await isStacked(source.replace('<th id="Neap">Neap</th>', '<td>Neap</td>'))).toBe(false)
  })
})

describe('which tables are stacked', () => {
  const short = ['a', 'b', 'c', 'd', 'e']
  test.each([
    ['four short columns', rows(short.slice(1), ['1', '2', '3', '4'], 3), false],
    ['five columns', rows(short, short, 3), true],
    ['98 rows and a head', rows(['a', 'b'], ['1', '2'], 98), false],
    ['99 rows and a head', rows(['a', 'b'], ['1', '2'], 99), true],
    [
      'words that are wider than a telephone',
      rows(['a', 'b'], ['Donaudampfschifffahrt', 'Kapitänsmützenabzeichen'], 1),
      true,
    ],
    [
      'long cells of short words',
      rows(['a', 'b'], ['one two three four '.repeat(9), 'five six '.repeat(9)], 1),
      false,
    ],
    [
      'long text without spaces',
      rows(['a', 'b'], ['潮が満ちて引くまでの時間を一覧にした表', '二'], 1),
      false,
    ],
    [
      'five columns with a head that is not named as one',
      `<table><tr>${'<th>a</th>'.repeat(5)}</tr><tr>${'<td>1</td>'.repeat(5)}</tr></table>`,
      true,
    ],
    ['five columns without a label', rows(['a', '', 'c', 'd', 'e'], short, 3), false],
    ['five columns, the first without a label', rows(['', 'b', 'c', 'd', 'e'], short, 3), true],
    ['a head without rows', rows(short, short, 0), false],
    [
      'a label that is a list',
      `<table><tr>${'<th><ul><li>a</li></ul></th>'.repeat(5)}</tr><tr>${'<td>1</td>'.repeat(5)}</tr></table>`,
      false,
    ],
    [
      'a table in a table',
      `<table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td><table><tr><th>c</th></tr><tr><td>2</td></tr></table></td></tr></table>`,
      true,
    ],
  ])('%s', async (_name, source, stacked) => {
    const html = await set(source)
    expect(html.includes('class="stacked"')).toBe(stacked)
  })

  test('all, where the publication says so', async () => {
    expect(await isStacked(rows(['a', 'b'], ['1', '2'], 1), 'stack')).toBe(true)
    expect(await isStacked(rows(['', ''], ['1', '2'], 1), 'stack')).toBe(false)
  })

  test('none, where it says so', async () => {
    expect(await isStacked(read('wide.md'), 'keep')).toBe(false)
  })
})

describe('a table that stays one', () => {
  test('has columns as wide as their words ask', async () => {
    const html = await set(rows(['No.', 'What'], ['1', 'The water stands still before it turns'], 1))
    expect(html).toContain('<colgroup><col style="width: 13.5%"><col style="width: 86.5%"></colgroup>')
  })

  test('of one column has no widths', async () => {
    expect(await set(rows(['a'], ['1'], 1))).not.toContain('colgroup')
  })
})
