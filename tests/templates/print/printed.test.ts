import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import type { AnyElement } from '../../../pipeline/article.js'
import { readPdf } from '../../../pipeline/check/parity/read-pdf.js'
import { wordsOf } from '../../../pipeline/walk.js'
import type { Rendering } from '../../../templates/rendering.js'
import { opened } from '../../pipeline/bind/pdf/opened.js'
import { poppler } from '../../support/poppler.js'
import { issueOf, renderingOf, renderingOfFile } from '../../support/rendering.js'
import { measured } from './laid-out.js'
import { linksIn, onPaper, type Placed, pdfOf, wordsIn } from './printed.js'

const on = opened()

const documents = join(import.meta.dirname, 'documents')

const sized = (rendering: Rendering, size: string) => onPaper(rendering, { size })

describe('what does not break', () => {
  const unbreakable = join(documents, 'unbreakable.md')

  /** Every element that reaches beyond the article's sides, or is wider than what it stands in. */
  const overflowing = (rendering: Rendering) =>
    measured(on.browser, rendering, () =>
      [...document.querySelectorAll('.article *')].flatMap(element => {
        const { left, right } = element.getBoundingClientRect()
        const sticksOut = left < -1 || right > document.documentElement.clientWidth + 1
        const hides =
          element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).display === 'block'
        return sticksOut || hides ? [`${element.tagName} ${element.className} ${right}`] : []
      }),
    )

  test('is what its front matter says', async () => {
    const { issue } = await renderingOfFile(unbreakable, 'pdf')
    expect(issue.articles[0].meta).toMatchObject({
      date: expect.stringContaining('2026-02-01'),
      authors: [{ name: 'Ada Miller' }, { name: 'Bo Baker' }],
      license: 'CC BY 4.0',
    })
  })

  test.each([
    ['A4', 1],
    ['A4', 2],
    ['A5', 1],
    ['A5', 2],
    ['Letter', 1],
    ['Letter', 2],
  ] as const)('stays between the margins of %s in %i columns', async (size, columns) => {
    const rendering = onPaper(await renderingOfFile(unbreakable, 'pdf'), { size, columns })
    expect(await overflowing(rendering)).toEqual([])
  })

  test('does not shrink the rest: a word is as wide as on a page without it', async () => {
    const rendering = await renderingOfFile(unbreakable, 'pdf')
    const [article] = rendering.issue.articles
    const last = article.tree.children.filter(node => wordsOf(node) === 'The yardstick.')
    expect(last).toHaveLength(1)
    const tame = { ...article, tree: { ...article.tree, children: last } }
    const widthOf = async (of: Rendering) => {
      const words = poppler('pdftotext', (await pdfOf(of, on.printer)).bytes, '-bbox')
      const [, from, to] = /xMin="([\d.]+)"[^>]*xMax="([\d.]+)"[^>]*>yardstick/.exec(words) ?? []
      return Number(to) - Number(from)
    }
    const alone = await widthOf({ ...rendering, issue: { ...rendering.issue, articles: [tame] } })
    expect(alone).toBeGreaterThan(20)
    expect(await widthOf(rendering)).toBeCloseTo(alone, 1)
  })
})

describe('the printed sample', () => {
  let rendering: Rendering
  let bytes: Uint8Array
  const pages = () => poppler('pdftotext', bytes).split('\f').slice(0, -1)
  beforeAll(async () => {
    rendering = await renderingOfFile('content/the-dullest-instrument.md', 'pdf')
    const result = await pdfOf(rendering, on.printer)
    expect(result).toMatchObject({ missing: [], missingGlyphs: [] })
    expect(result.unfinished).toBeUndefined()
    bytes = result.bytes
  })

  test('gives every word of the text, in the order it is read', () => {
    const furniture = /^(?:The dullest instrument on the quay|Slack Water|\d+ ?\/ ?\d+)$/gm
    const [first, ...others] = pages()
    const text = [first, ...others.map(page => page.replace(furniture, ''))].join('').replace(/\s+/g, '')
    const [{ meta, tree }] = rendering.issue.articles
    const blocks = tree.children.flatMap((node: AnyElement) =>
      node.tagName === 'blockquote' ? node.children.map(wordsOf) : [wordsOf(node)],
    )
    const disclosure = meta.authors[0]?.disclosure ?? ''
    expect(disclosure).not.toBe('')
    const all = [meta.title, meta.standfirst ?? '', meta.authors[0]?.name ?? '', ...blocks, disclosure]
    let from = 0
    for (const words of [...all, 'Republished from The Estuary Review (CC BY-ND 4.0)', 'Slack Water']) {
      const found = text.indexOf(words.replace(/\s+/g, ''), from)
      expect(found, words).toBeGreaterThanOrEqual(from)
      from = found + 1
    }
  })

  test('divides words at the ends of lines, and has no soft hyphen in its text', () => {
    const lines = poppler('pdftotext', bytes, '-raw')
    expect(lines.match(/\p{Ll}-$/gmu)?.length).toBeGreaterThan(3)
    expect(lines).not.toContain('\u00AD')
  })

  test('has running head and page number on each page but the first', () => {
    const all = pages()
    expect(all.length).toBeGreaterThan(2)
    const [first = '', ...others] = all
    expect(first.match(/The dullest instrument on the quay/g)).toHaveLength(1)
    expect(first).not.toMatch(/\d ?\/ ?\d/)
    for (const [index, page] of others.entries()) {
      expect(page).toContain('The dullest instrument on the quay\n')
      expect(page).toMatch(new RegExp(`^${index + 2} ?/ ?${all.length}$`, 'm'))
    }
  })

  test('embeds its own faces, the bold one included, and no other', () => {
    const fonts = poppler('pdffonts', bytes)
      .trim()
      .split('\n')
      .slice(2)
      .map(line => /\+(\S+)/.exec(line)?.[1])
    expect(fonts).toEqual(expect.arrayContaining(['SourceSerif4-Regular', 'SourceSans3ExtraLight-Bold']))
    expect(fonts.filter(font => !font?.startsWith('Source'))).toEqual([])
  })
})

test.each([
  ['A4', 'A4'],
  ['Letter', 'letter'],
  ['A5', 'A5'],
])('is printed on %s when the theme says so', async (size, name) => {
  const { bytes } = await pdfOf(
    sized(await renderingOfFile('content/the-dullest-instrument.md', 'pdf'), size),
    on.printer,
  )
  expect(poppler('pdfinfo', bytes)).toMatch(new RegExp(`^Page size: .*[(]${name}[)]$`, 'm'))
})

test('the signs that the template sets are in its own faces', async () => {
  const { missingGlyphs, bytes } = await pdfOf(
    await renderingOfFile(join(documents, 'signs.md'), 'pdf'),
    on.printer,
  )
  expect(missingGlyphs).toEqual([])
  const text = poppler('pdftotext', bytes)
  expect(text).toContain('× Done')
  expect(text).toContain('The note. ↑')
  expect(poppler('pdffonts', bytes)).not.toMatch(/DejaVu|Noto|Liberation|Symbol|STIX/)
  const structure = poppler('pdfinfo', bytes, '-struct-text')
  expect(structure).toContain('Done')
})

test('arrows are set as text, and emoji as emoji', async () => {
  const { fonts } = await pdfOf(await renderingOfFile(join(documents, 'arrows.md'), 'pdf'), on.printer)
  const setIn = (sign: string) =>
    fonts.filter(({ characters }) => characters.includes(sign)).map(({ name }) => name)
  for (const sign of '↔↕▶◀') expect(setIn(sign), sign).toEqual(['STIXTwoMath-Regular'])
  expect(setIn('😀')).toEqual(['NotoEmoji-Regular'])
})

test.each([392, 400])('in columns each line of a link can be pressed: after %i words', async words => {
  const address = 'https://example.org/an/address/of/many/parts/that/goes/over/several/lines/of/a/column'
  const text = `${'word '.repeat(words)}\n\nSee ${address} and [next/door](<https://example.net/a(b>) and [be/low](#low) here.`
  const issue = await issueOf(`---\ntitle: Title\n---\n\n${text}\n\n## Low`)
  const rendering = onPaper(renderingOf(issue, 'pdf'), { size: 'A5', columns: 2 })
  const { bytes, unfinished } = await pdfOf(rendering, on.printer)
  expect(unfinished).toBeUndefined()
  expect((await readPdf(bytes)).links).toEqual(expect.arrayContaining([address, 'https://example.net/a(b']))
  const links = await linksIn(bytes)
  const linked = wordsIn(bytes).filter(({ word }) => /\/\S|\w\//.test(word))
  const over = (link: Placed, { page, top, bottom }: Placed, x: number) =>
    link.page === page && link.left <= x && link.right >= x && link.top < bottom && link.bottom > top
  const ends = linked.flatMap(word => [word.left + 1, word.right - 1].map(x => ({ word, x })))
  expect(ends.filter(({ word, x }) => !links.some(link => over(link, word, x)))).toEqual([])
  const middles = links.map(link => ({ link, x: (link.left + link.right) / 2 }))
  expect(middles.filter(({ link, x }) => !linked.some(word => over(word, link, x)))).toEqual([])
  expect(Buffer.compare((await pdfOf(rendering, on.printer)).bytes, bytes)).toBe(0)
})
