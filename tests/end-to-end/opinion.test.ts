import { join } from 'node:path'
import type { Element, Nodes } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { toString as wordsOf } from 'hast-util-to-string'
import { visit } from 'unist-util-visit'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readEpub } from '../../pipeline/check/parity/read-epub.js'
import { readHtml } from '../../pipeline/check/parity/read-html.js'
import { type BuiltSamples, buildSamples, projectRoot } from '../support/built-samples.js'
import { poppler } from '../support/poppler.js'
import { spaced } from '../support/reading/lost.js'
import { readPdf } from '../support/reading/text-of-pdf.js'
import { readZip } from '../support/zip.js'

const slug = 'the-dullest-instrument'
const subheads = [
  'It cannot be bought later',
  'The part that is left out of the books',
  'What I would pay for',
]
/** How each quotation begins, paragraph by paragraph; one of them is by another writer than its paragraphs. */
const quotations = [
  { paragraphs: ['You will be asked', 'Put down what you see'] },
  { paragraphs: ['Many popular works'], by: '— George Howard Darwin, The Tides and Kindred Phenomena' },
  { paragraphs: ['Every spring they ask', 'If it ever finds'] },
]
const disclosure =
  'Ishbel Tarrant sat on the advisory board of the Inishgarve Harbour Trust, which operates two tide gauges, from 2014 to 2019. She was not paid for it.'
const original = 'https://estuary-review.example/essays/the-dullest-instrument'

let built: BuiltSamples
beforeAll(async () => {
  built = await buildSamples({ flags: [join(projectRoot, 'content', `${slug}.md`)] })
}, 120_000)
afterAll(() => built.remove())
const path = (file: string) => built.path(slug, file)
const chapter = () =>
  readZip(built.bytes(slug, `${slug}.epub`)).find(({ name }) => name.endsWith('ch-001.xhtml'))?.text ?? ''
const pdfText = () => readPdf(path(`${slug}.pdf`))

const elements = (tree: Nodes, ...names: string[]): Element[] => {
  const found: Element[] = []
  visit(tree, 'element', node => {
    if (names.includes(node.tagName)) found.push(node)
  })
  return found
}

/** The notice, however a format words its link. */
const notice = /Republished from The Estuary Review \(CC BY-ND 4\.0\)\. Read the original/

describe.each([
  ['email', () => built.text(slug, 'email.html')],
  ['EPUB', chapter],
  ['web page', () => built.text(slug, 'index.html')],
])('the opinion article as %s', (_, html) => {
  test('has its subheads, and nothing else between the title and the disclosure', () => {
    const heads = elements(fromHtml(html()), 'h1', 'h2', 'h3', 'h4').map(node => [
      node.tagName,
      wordsOf(node),
    ])
    expect(heads).toEqual([
      ['h1', 'The dullest instrument on the quay'],
      ...subheads.map(subhead => ['h2', subhead]),
      ['h2', 'Disclosure'],
    ])
  })

  test('has its quotations, paragraph by paragraph, and who said them', () => {
    const found = elements(fromHtml(html()), 'blockquote').map(quotation =>
      elements(quotation, 'p').map(node => spaced(wordsOf(node))),
    )
    expect(found).toEqual(
      quotations.map(({ paragraphs, by }) =>
        [...paragraphs, ...(by ? [by] : [])].map(start => expect.stringMatching(new RegExp(`^${start}`))),
      ),
    )
  })

  test('discloses, and says where it is from under which licence', () => {
    const { text, links } = readHtml(html())
    expect(spaced(text)).toContain(disclosure)
    expect(spaced(text)).toMatch(notice)
    expect(links.filter(link => link === original).length).toBeGreaterThan(1)
  })
})

describe('the opinion article as plain text', () => {
  const text = () => built.text(slug, 'email.txt')

  test('has its subheads', () => {
    expect([...text().matchAll(/^(.+)\n-{3,}$/gm)].map(([, head]) => head)).toEqual([
      ...subheads,
      'Disclosure',
    ])
  })

  test('has its quotations', () => {
    const found = [...text().matchAll(/(?:^>.*\n)+/gm)].map(([lines]) =>
      lines.replace(/^> ?/gm, '').split('\n\n').map(spaced),
    )
    expect(found.map(paragraphs => paragraphs.length)).toEqual([2, 2, 2])
    expect(found[1]?.[1]).toMatch(/^— George Howard Darwin/)
  })

  test('discloses, and says where it is from under which licence', () => {
    expect(spaced(text())).toContain(disclosure)
    expect(spaced(text())).toMatch(notice)
    expect(text()).toContain(original)
  })
})

describe('the opinion article on paper', () => {
  const structure = () => poppler('pdfinfo', path(`${slug}.pdf`), '-struct')

  test('has its subheads and quotations in its tags', () => {
    const tags = structure()
      .split('\n')
      .map(line => ({ depth: line.search(/\S/), tag: line.trim().split(' ')[0] ?? '' }))
    expect(tags.filter(({ tag }) => /^H\d$/.test(tag)).map(({ tag }) => tag)).toEqual([
      'H1',
      'H2',
      'H2',
      'H2',
      'H2',
    ])
    const paragraphs = tags.flatMap(({ depth, tag }, index) => {
      if (tag !== 'BlockQuote') return []
      const rest = tags.slice(index + 1)
      const end = rest.findIndex(other => other.depth <= depth)
      return [rest.slice(0, end).filter(other => other.tag === 'P').length]
    })
    expect(paragraphs).toEqual([2, 2, 2])
  })

  test('discloses, and says where it is from under which licence', () => {
    expect(spaced(pdfText())).toContain(disclosure)
    expect(spaced(pdfText())).toMatch(notice)
    // The address is printed, too, for who has only the paper.
    expect(pdfText().replace(/\s/g, '')).toContain(original.replace('https://', ''))
    expect(poppler('pdfinfo', path(`${slug}.pdf`), '-url')).toContain(original)
  })
})

/** The text may not be altered, so its quotes and dashes are those of the source. */
test('the opinion article keeps its marks in every format', () => {
  const texts = {
    email: readHtml(built.text(slug, 'email.html')).text,
    text: built.text(slug, 'email.txt'),
    pdf: pdfText(),
    epub: readEpub(built.bytes(slug, `${slug}.epub`)).text,
    web: readHtml(built.text(slug, 'index.html')).text,
  }
  for (const [format, text] of Object.entries(texts)) {
    expect(spaced(text), format).toContain('Liverpool’s Old Dock')
    expect(spaced(text), format).toContain('a hand’s breadth')
    expect(spaced(text), format).toContain('— George Howard Darwin')
    expect(text, format).not.toMatch(/\w'\w/)
  }
})
