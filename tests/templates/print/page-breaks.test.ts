import { describe, expect, test } from 'vitest'
import type { Rendering } from '../../../templates/rendering.js'
import { opened } from '../../pipeline/bind/pdf/opened.js'
import { issueOf, joined, publication, renderingOf } from '../../support/rendering.js'
import { fill, pagesAfterEachLine, pagesAloneAfterEachLine, paper, rows, wideRows } from './each-line.js'
import { onPaper, pdfOf, wordsIn } from './printed.js'

const on = opened()

describe.each([1, 2] as const)('in %i columns a heading stays with what follows it', columns => {
  test.each([
    ['a paragraph', 'One line\\\ntwo lines\\\nthree lines\\\nfour lines.'],
    ['a short table', rows(3)],
    ['a long table', rows(14)],
    ['a wide table', wideRows(3)],
    ['a long wide table', wideRows(14)],
    ['code', '```\na\nb\nc\nd\ne\n```'],
    ['a callout', '> [!NOTE]\n> Words.'],
    ['a quotation', '> One line\n> two lines\n> three lines'],
    ['a list', '- one\n- two\n- three'],
    ['a figure', '![A dot](missing.png "A caption")'],
    ['another heading', '### Below it\n\nWords.'],
    ['another heading and a wide table', `### Below it\n\n${wideRows(4)}`],
  ])('%s', async (_, text) => {
    const pages = await pagesAfterEachLine(on, `## The heading\n\n${text}`, columns)
    const ends = pages.map(lines => lines.at(-1))
    expect(pages.flat().filter(each => each === 'The heading')).toHaveLength(16)
    expect(ends).not.toContain('The heading')
    expect(ends).not.toContain('Below it')
  })
})

test.each([
  [3, 1],
  [5, 1],
  [3, 2],
  [5, 2],
] as const)(
  'no paragraph of %i lines leaves one behind, nor takes one along, in %i columns',
  async (lines, columns) => {
    const line = `alone ${'and so on '.repeat(columns === 1 ? 4 : 1)}`
    const text = Array.from({ length: lines }, () => line.trim()).join('\\\n')
    const pages = await pagesAfterEachLine(on, text, columns)
    const counts = pages.map(page => page.filter(each => /^alone/.test(each)).length)
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(16 * lines)
    expect(new Set(counts).size).toBeGreaterThan(1)
    expect(counts).not.toContain(1)
  },
)

test('a table that goes on has its head again', async () => {
  const pages = await pagesAfterEachLine(on, rows(20))
  const parts = pages.filter(lines => lines.some(each => /^Row \d+/.test(each)))
  expect(parts.length).toBeGreaterThan(20)
  for (const lines of parts) expect(lines).toContain('Head')
  for (const lines of pages.filter(each => !parts.includes(each))) expect(lines).not.toContain('Head')
})

test.each([
  ['a callout', '> [!NOTE]\n> Kept one\\\n> kept two\\\n> kept three', 3],
  ['a pull quote', ':::pullquote\nKept one\\\nkept two\\\nkept three\n:::', 3],
  ['a short table', rows(4).replaceAll('Row', 'Kept'), 4],
  ['short code', '```\nkept 1\nkept 2\nkept 3\nkept 4\n```', 4],
  ['verse', ':::verse\nKept one\nkept two\nkept three\n:::', 3],
])('%s stays in one piece', async (_, text, count) => {
  const pages = await pagesAfterEachLine(on, text)
  const kept = pages.map(lines => lines.filter(each => /^kept/i.test(each)).length).filter(each => each > 0)
  expect(kept).toEqual(Array.from({ length: 16 }, () => count))
})

describe('the page on which an article begins has no running head', () => {
  const article = (title: string) => issueOf(`---\ntitle: ${title}\n---\n\n${fill(34)}`)

  /** For each page the words in its upper margin, and the number in its lower one. */
  async function furnitureOf(rendering: Rendering): Promise<string[]> {
    const { bytes, pages } = await pdfOf(onPaper(rendering, paper), on.printer)
    const words = wordsIn(bytes)
    return Array.from({ length: pages }, (_, index) => {
      const here = words.filter(({ page }) => page === index + 1)
      const text = here.map(({ word }) => word).join(' ')
      const kind = text.includes('Filler 0.') ? 'begins' : text.includes('Filler') ? 'goes on' : 'front'
      const top = here.filter(({ bottom }) => bottom < (10 * 72) / 25.4).map(({ word }) => word)
      const foot = here.filter(({ top }) => top > (88 * 72) / 25.4).map(({ word }) => word)
      return [kind, top.sort().join(' '), foot[0] ?? ''].join('|')
    })
  }

  test.each(['one', 'two'] as const)('of several, printed for %s sides', async sides => {
    const issue = joined(await article('Alpha'), await article('Beta'), await article('Gamma'))
    const several = { ...publication, pdf: { cover: false } }
    const rendering = onPaper(renderingOf(issue, 'pdf', { publication: several }), { sides })
    const pages = await furnitureOf(rendering)
    expect(pages.filter(page => page.startsWith('begins'))).toEqual([
      // The contents take two of these small pages.
      'begins||3',
      expect.stringMatching(/^begins\|\|\d+$/),
      expect.stringMatching(/^begins\|\|\d+$/),
    ])
    const others = pages.filter(page => page.startsWith('goes on'))
    expect(others.length).toBeGreaterThan(5)
    for (const page of others) expect(page).toMatch(/^goes on\|(?:Alpha|Beta|Gamma) Slack Water\|\d+$/)
  })

  test('after a cover', async () => {
    const covered = { ...publication, pdf: { cover: true } }
    const [cover, begins, goesOn] = await furnitureOf(
      renderingOf(await article('Alpha'), 'pdf', { publication: covered }),
    )
    expect(cover).toBe('front||')
    expect(begins).toBe('begins||2')
    expect(goesOn).toBe('goes on|Alpha Slack Water|3')
  })

  test('which alone has no number, where it is the first of all', async () => {
    const pages = await furnitureOf(renderingOf(await article('Alpha'), 'pdf'))
    expect(pages.slice(0, 2)).toEqual(['begins||', 'goes on|Alpha Slack Water|2'])
  })
})

const long = 'Words of a paragraph that goes on for some lines and is not at an end so soon. '.repeat(3)

/** What stands after the text, line by line; `last-lines.proof.ts` tries it after everything that a text may end with. */
describe('the last lines never stand on a page of their own', () => {
  const last = /The Saltmere Press|Norfolk|slackwater\.example|Lane|Staithe|Edited by|Hester Quayle/

  test('below an article', async () => {
    const pages = await pagesAloneAfterEachLine(on, long)
    expect(pages.filter(lines => lines.length > 0 && lines.every(each => last.test(each)))).toEqual([])
    expect(pages.flat().filter(each => last.test(each)).length).toBeGreaterThanOrEqual(16)
  })

  test('below the last article of several', async () => {
    const before = await issueOf('---\ntitle: Before\n---\n\nWords.\n')
    const pages = await pagesAloneAfterEachLine(on, long, { before })
    expect(pages.filter(lines => lines.length > 0 && lines.every(each => last.test(each)))).toEqual([])
    expect(pages.flat().filter(each => /Edited by/.test(each))).toHaveLength(16)
  })
})

describe('at the end of an article in one column', () => {
  const colophon = /The Saltmere Press|Norfolk|slackwater\.example|Lane|Staithe|Edited by|Hester Quayle/

  test.each([
    ['notes', `${long}[^1]\n\n[^1]: The note.`, /^(?:Notes|(?:1\. ?)?(?:The note\.)? ?↑?)$/],
    ['addresses', `${long}[On](https://example.net/a)`, /^(?:Links|(?:\[1\] ?)?(?:example\.net\/a)?)$/],
  ])('%s never stand on a page of their own', async (_, text, own) => {
    const pages = await pagesAfterEachLine(on, text)
    const there = pages.filter(lines => lines.some(each => own.test(each)))
    expect(there.length).toBeGreaterThanOrEqual(16)
    const alone = there.filter(lines => lines.every(each => own.test(each) || colophon.test(each)))
    expect(alone).toEqual([])
  })
})
