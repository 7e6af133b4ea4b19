import { describe, expect, test } from 'vitest'
import type { ArticleMeta, BlockElement } from '../../../pipeline/article.js'
import { bindEpub } from '../../../pipeline/bind/epub/bind.js'
import { checkEpub } from '../../../pipeline/check/epub.js'
import { epubTemplate } from '../../../templates/epub/epub.js'
import { anImage, joined, publication, renderingOf, someAssets } from '../../support/rendering.js'
import { article, element, issue, mathml, paragraph } from '../../support/tree.js'
import { readZip } from '../../support/zip.js'

const text = [paragraph('Text.')]
const bookOf = (meta: Partial<ArticleMeta>, blocks: BlockElement[] = text) =>
  epubTemplate(renderingOf(issue(article(blocks, { meta })), 'epub'))

const hostile = `</dc:title><script>alert(1)</script>]]> " ' & \u0000\u0007\uFFFE \uD800 \u202E <%= 1 %>`

test('nothing that the front matter says gets out of its place, and the book stays valid', async () => {
  const book = epubTemplate(
    renderingOf(
      {
        ...issue(
          article([element('h2', { id: 'a' }, [hostile]), paragraph(hostile)], {
            meta: {
              title: hostile,
              subtitle: hostile,
              standfirst: hostile,
              authors: [{ name: hostile, role: hostile, affiliation: hostile, disclosure: hostile }],
              tags: [hostile, ''],
              rights: hostile,
              license: hostile,
              publisher: hostile,
              series: hostile,
              identifier: hostile,
              doi: hostile,
              date: hostile,
              source: {
                name: hostile,
                license: hostile,
                url: 'https://example.org/?a=1&b="<',
                republished: true,
                verbatim: true,
              },
              cover: { src: 'cover.png', alt: hostile, caption: hostile },
            },
          }),
        ),
        number: hostile,
        subtitle: hostile,
      },
      'epub',
    ),
  )
  const bytes = await bindEpub(book)
  expect(await checkEpub(bytes)).toEqual([])
  const files = readZip(bytes).filter(({ name }) => /\.(?:xhtml|opf|ncx)$/.test(name))
  expect(files.length).toBeGreaterThan(4)
  for (const { name, text: markup } of files)
    expect([name, markup]).not.toContainEqual(expect.stringMatching(/<script|<%|\0/))
})

describe('dates are as EPUB takes them', () => {
  test.each([
    ['2026-03-20', '2026-03-20'],
    ['2026-03-20T10:00:00Z', '2026-03-20T10:00:00Z'],
    ['2026-03-20T10:00:00+01:00', '2026-03-20T10:00:00+01:00'],
    ['2026-03-20T10:00', '2026-03-20'],
    ['2026-03-20 10:00', '2026-03-20'],
    ['20 March 2026', undefined],
    ['2026-13-40', undefined],
  ])('%s', (date, expected) => {
    expect(bookOf({ date }).date).toBe(expected)
  })
})

test('people are named once, for what they did', () => {
  const ada = { name: 'Ada Quay', role: 'Editor' }
  const one = article(text, { meta: { authors: [ada, { name: 'Bo', role: 'Translator' }] } })
  const two = article(text, { meta: { authors: [ada], lang: 'de' } })
  expect(epubTemplate(renderingOf(joined(issue(one), issue(two)), 'epub')).creators).toEqual([
    { name: 'Ada Quay', role: 'aut' },
    { name: 'Bo', role: 'trl' },
    { name: publication.editor, role: 'edt' },
  ])
})

test('title, series and names are sorted as they say, or as their words tell', () => {
  const meta = {
    title: 'The tides of A',
    authors: [{ name: 'Mao Zedong' }, { name: 'J. Quay' }, { name: 'Bo Li', sortName: 'Li, Bo' }],
  }
  const book = bookOf(meta)
  expect(book.titleFileAs).toBe('tides of A, The')
  expect(book.creators.map(({ fileAs }) => fileAs).slice(0, 3)).toEqual([undefined, 'Quay, J.', 'Li, Bo'])
  expect(bookOf({ ...meta, sortTitle: 'A, tides of' }).titleFileAs).toBe('A, tides of')
  expect(bookOf({ series: 'The Coasts' }).series).toMatchObject({ fileAs: 'Coasts, The' })
})

test.each([
  ['14', '14'],
  ['No. 14', '14'],
  ['Nº 3.2', '3.2'],
  ['Spring 2026', undefined],
  ['12a', undefined],
])('the number %s is the place %s in the series', (number, position) => {
  const book = epubTemplate(renderingOf({ ...issue(text), number }, 'epub'))
  expect(book.series?.position).toBe(position)
})

test('an issue of several is made from each of their sources', () => {
  const from = (url: string) => issue(article(text, { meta: { canonicalUrl: url } }))
  const several = joined(from('https://example.org/a'), from('https://example.org/b'))
  expect(epubTemplate(renderingOf(several, 'epub')).sources).toEqual([
    'https://example.org/a',
    'https://example.org/b',
  ])
})

test('the publisher’s word on accessibility is handed on as it is', () => {
  const accessibility = {
    conformsTo: 'EPUB Accessibility 1.1 - WCAG 2.2 Level AA',
    certifiedBy: 'Readers’ Lab',
    credential: 'A badge',
    report: 'https://example.org/report',
  }
  const book = epubTemplate(
    renderingOf(issue(text), 'epub', { publication: { ...publication, epub: { accessibility } } }),
  )
  expect(book.accessibility).toMatchObject({
    conformsTo: accessibility.conformsTo,
    certifiedBy: accessibility.certifiedBy,
    certifierCredential: accessibility.credential,
    certifierReport: accessibility.report,
  })
})

test('the summary says what is so, in the language of the book', () => {
  const of = (lang: string, blocks: BlockElement[]) => bookOf({ lang }, blocks).accessibility.summary
  const picture = (alt: string) => element('figure', {}, [element('picture', { src: 'a.png', alt })])
  expect(of('en', text)).toMatch(/table of contents.*no pictures\.$/)
  expect(of('en', [picture('A mill')])).toMatch(/Pictures have alternative texts\.$/)
  expect(of('de', [picture('A mill'), picture('')])).toMatch(/Einige Bilder haben keinen Alternativtext\.$/)
  const formula = paragraph(element('math', { tex: 'x' }, [mathml('math', [mathml('mi', ['x'])])]))
  expect(of('ar', [formula])).toMatch(/MathML\.$/)
  expect(of('en', [formula, paragraph(element('math', { tex: '\\x' }))])).not.toMatch(/MathML/)
})

describe('accessibility is counted, not asserted', () => {
  const picture = (alt: string) => element('figure', {}, [element('picture', { src: 'a.png', alt })])
  const missing = element('figure', {}, [element('picture', { src: 'missing.png', alt: '' })])
  const formula = paragraph(element('math', { tex: 'x' }, [mathml('math', [mathml('mi', ['x'])])]))
  const unset = paragraph(element('math', { tex: '\\x' }))
  const table = element('table', {}, [element('tbody', {}, [element('tr', {}, [element('td', {}, ['1'])])])])

  test.each<[string, BlockElement[], Partial<ArticleMeta>, object]>([
    ['text alone', text, {}, { images: 'none', math: 'none', tables: false }],
    [
      'described pictures',
      [picture('A mill'), paragraph(element('img', { src: 'b.png', alt: 'x' }))],
      {},
      { images: 'described' },
    ],
    ['a picture without a description', [picture('A mill'), picture(' ')], {}, { images: 'undescribed' }],
    ['a cover without a description', text, { cover: { src: 'c.png', alt: '' } }, { images: 'undescribed' }],
    ['a picture that is not there', [missing], {}, { images: 'none' }],
    [
      'a card, whose thumbnail is decoration',
      [element('embed', { url: 'https://example.org/', image: 'a.png' })],
      {},
      { images: 'described' },
    ],
    ['a formula', [formula], {}, { math: 'mathml' }],
    ['a formula that is set as its source', [unset], {}, { math: 'none' }],
    ['a table', [table], {}, { tables: true }],
  ])('%s', (_name, blocks, meta, expected) => {
    const { accessibility } = bookOf(meta, blocks)
    expect(accessibility).toMatchObject(expected)
    expect(accessibility).not.toHaveProperty('conformsTo')
  })
})

test('a cover that is drawn is a described picture', () => {
  const assets = { ...someAssets, cover: { ...anImage, path: 'images/cover.png' } }
  const { accessibility } = epubTemplate(renderingOf(issue(article(text)), 'epub', { assets }))
  expect(accessibility.images).toBe('described')
  expect(accessibility.summary).toMatch(/Pictures have alternative texts\.$/)
})

test('the front matter’s picture is the cover and opens the chapter', async () => {
  const book = bookOf({ cover: { src: 'cover.png', alt: 'The sea', caption: 'By night' } })
  expect(book.cover?.href).toBe(anImage.path)
  expect(book.resources).toEqual([])
  const chapter = readZip(await bindEpub(book)).find(({ name }) => name.endsWith('ch-001.xhtml'))
  expect(chapter?.text).toContain(`<img src="${anImage.path}" alt="The sea"`)
  expect(chapter?.text).toContain('<figcaption>By night</figcaption>')
})

test('a picture that no document shows is left out', () => {
  expect(bookOf({}).resources).toEqual([])
})

test('the newsletter is the series, and its number the place in it', () => {
  const numbered = { ...issue(text), number: '14' }
  expect(epubTemplate(renderingOf(numbered, 'epub')).series).toEqual({
    name: publication.name,
    position: '14',
    identifier: publication.url,
  })
  expect(bookOf({ series: 'Tides' }).series).toEqual({ name: 'Tides' })
})

test('handlers, parts and rules can be replaced one by one', async () => {
  const { defaultEpubTemplate: ours } = await import('../../../templates/epub/epub.js')
  const book = epubTemplate(renderingOf(issue(text), 'epub'), {
    elements: { ...ours.elements, p: () => [{ type: 'text', value: 'ours' }] },
    layout: { ...ours.layout, byline: () => [], titlePage: () => [{ type: 'text', value: 'title' }] },
    styles: tokens => [...ours.styles(tokens), { '.mine': { margin: 0 } }],
  })
  expect(JSON.stringify(book.documents.map(({ body }) => body))).toMatch(/"title".*"ours"/)
  expect(book.stylesheet).toContain('.mine { margin: 0; }')
})
