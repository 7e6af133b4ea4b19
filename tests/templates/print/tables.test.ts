import { describe, expect, test } from 'vitest'
import { opened } from '../../pipeline/bind/pdf/opened.js'
import { issueOf, renderingOf, renderingOfFile } from '../../support/rendering.js'
import { measured } from './laid-out.js'
import { onPaper } from './printed.js'

const on = opened()

const columns = (count: number, ...rows: ((column: number) => string)[]) =>
  [String, () => '---', ...rows]
    .map(cell => `| ${Array.from({ length: count }, (_, column) => cell(column)).join(' | ')} |`)
    .join('\n')

const words = ['international', 'incomprehensible', 'characteristics', 'misunderstanding', 'straightforward']
const tables = {
  'figures under long heads': columns(
    7,
    column => `**${words[column % 5]}**`,
    column => `${column}0312.25`,
  ),
  'more figures than a small page holds': columns(10, () => '10096.5'),
  'long words and a figure': columns(11, column =>
    column === 4 ? '123456789012' : (words[column % 5] ?? ''),
  ),
  'an address': columns(3, column =>
    column === 1 ? 'https://example.org/a/long/address?that=goes&on=and-on/and/on/and/on' : 'Words of a cell',
  ),
  code: columns(4, column =>
    column === 1 ? '`some.module.name.with_a_function_in_it(argument)`' : '1024.5',
  ),
  'a word of no end': columns(3, column => (column === 1 ? '9f86d081884c7d65'.repeat(5) : '1024.5')),
  capitals: columns(9, () => 'WOMBAT MAMMALS'),
}

/** What reaches out of its cell, which figures are broken, and how large the letters are. */
const look = () => {
  const cells = [...document.querySelectorAll<HTMLElement>('th, td')]
  const lines = (cell: HTMLElement) => {
    const range = document.createRange()
    range.selectNodeContents(cell)
    return new Set([...range.getClientRects()].map(({ bottom }) => Math.round(bottom))).size
  }
  return {
    outside: cells.filter(cell => cell.scrollWidth > cell.clientWidth + 1).map(cell => cell.textContent),
    beyond: [...document.querySelectorAll('table')].filter(
      table => table.getBoundingClientRect().right > document.documentElement.clientWidth + 1,
    ).length,
    broken: cells.map(cell => /^[\d.]+$/.test(cell.textContent ?? '') && lines(cell) > 1).filter(Boolean)
      .length,
    size: Number.parseFloat(getComputedStyle(cells[0] as HTMLElement).fontSize) * 0.75,
  }
}

describe.each(Object.entries(tables))('a table of %s', (name, markdown) => {
  test.each([
    ['A4', 1, ''],
    ['A4', 2, ''],
    ['A5', 1, ''],
    ['A4', 1, '> '],
  ] as const)('stays on %s in %i columns with its figures whole (%s)', async (size, columns, within) => {
    const { assets } = await renderingOfFile('content/the-dullest-instrument.md', 'pdf')
    const text = markdown.replace(/^/gm, within)
    const issue = await issueOf(`---\ntitle: T\n---\n\n${text}\n`)
    const rendering = onPaper(renderingOf(issue, 'pdf', { assets }), { size, columns })
    const found = await measured(on.browser, rendering, look)
    expect(found).toMatchObject({ outside: [], beyond: 0, broken: 0 })
    expect(found.size).toBeGreaterThan(5.4)
    // What breaks, or breaks anywhere, does not make the others small.
    if (/address|code|no end/.test(name)) expect(found.size).toBeCloseTo(9, 0)
  })
})
