import { beforeAll, describe, expect, test } from 'vitest'
import { bindPdf, openPrinter, type PdfResult, type Printer } from '../../../../pipeline/bind/pdf/bind.js'
import { poppler } from '../../../support/poppler.js'
import { launch } from './browser.js'
import { printDocument, realisticBody, realisticMeta } from './document.js'
import { opened } from './opened.js'

const on = opened()

describe('a realistic document', () => {
  let result: PdfResult
  beforeAll(async () => {
    result = await bindPdf(on.printer, printDocument(realisticBody))
  })

  test('is finished, with its pages counted and nothing missing', () => {
    const { bytes, fonts, ...rest } = result
    expect(bytes.length).toBeGreaterThan(10_000)
    expect(fonts).toContainEqual({ name: 'SourceSerif4-Italic', characters: ' AMRa.deghilmnrstuy' })
    expect(rest).toEqual({ pages: 5, missing: [], moved: [], missingGlyphs: [] })
  })

  test('tells pdfinfo what it is', () => {
    const info = poppler('pdfinfo', result.bytes, '-isodates')
    const fields = Object.fromEntries(info.split('\n').map(line => line.split(/:\s+/, 2)))
    expect(fields).toMatchObject({
      Title: 'On the patience of bread & <salt>',
      Author: 'Ada Miller, Bo Baker',
      Subject: 'What a loaf asks of a baker',
      Keywords: 'bread, time, and salt',
      Creator: 'Trifold 0.1.0',
      CreationDate: '2026-03-04T05:06:07Z',
      ModDate: '2026-03-04T05:06:07Z',
      Tagged: 'yes',
      JavaScript: 'no',
      Pages: '5',
      'PDF version': '1.7',
    })
    expect(fields['Page size']).toContain('A4')
  })

  test('carries the same in XMP, escaped', () => {
    const xmp = poppler('pdfinfo', result.bytes, '-meta')
    expect(xmp).toContain('>On the patience of bread &#x26; &#x3C;salt></rdf:li></rdf:Alt></dc:title>')
    expect(xmp).toContain('<rdf:li>Ada Miller</rdf:li><rdf:li>Bo Baker</rdf:li></rdf:Seq></dc:creator>')
    expect(xmp).toContain('<rdf:li>bread</rdf:li><rdf:li>time, and salt</rdf:li></rdf:Bag></dc:subject>')
    expect(xmp).toContain('<xmp:ModifyDate>2026-03-04T05:06:07Z</xmp:ModifyDate>')
    expect(xmp).toContain('<pdfuaid:part>1</pdfuaid:part>')
  })

  test('gives clean text: no soft hyphen, whole words', () => {
    const text = poppler('pdftotext', result.bytes)
    expect(text).not.toContain('\u00AD')
    expect(text).toContain('incomprehensibly long sentences')
    expect(text).toContain('a nested third level')
  })

  test('has a structure that pdfinfo reads, with the text of every part', () => {
    const structure = poppler('pdfinfo', result.bytes, '-struct-text')
    for (const type of ['H1', 'H2', 'L', 'LI', 'LBody', 'Table', 'TH', 'Figure', 'Caption', 'Link'])
      expect(structure).toMatch(new RegExp(`^\\s*${type}\\b`, 'm'))
    // Page furniture is no part of it.
    expect(structure).not.toContain('Running head')
    expect(poppler('pdftotext', result.bytes)).toContain('Running head')
  })

  test('keeps its pictures', () => {
    expect(poppler('pdfimages', result.bytes, '-list').trim().split('\n')).toHaveLength(3)
  })
})

test('the same document gives the same bytes, whatever was printed before and in another browser', async () => {
  const first = await bindPdf(on.printer, printDocument(realisticBody))
  await Promise.all(
    ['<h1>One</h1>', '<table><tr><th>Two</th></tr></table>'].map(body =>
      bindPdf(on.printer, printDocument(body)),
    ),
  )
  const second = await bindPdf(on.printer, printDocument(realisticBody))
  const other = await launch()
  const third = await bindPdf(await openPrinter(other), printDocument(realisticBody))
  await other.close()
  expect(Buffer.compare(first.bytes, second.bytes)).toBe(0)
  expect(Buffer.compare(first.bytes, third.bytes)).toBe(0)
})

test('a face that only the margin boxes use is there in the first print of a page', async () => {
  const own = await openPrinter(on.browser)
  const first = await bindPdf(own, printDocument('<h1>All bold</h1>'))
  const second = await bindPdf(own, printDocument('<h1>All bold</h1>'))
  await own.close()
  expect(Buffer.compare(first.bytes, second.bytes)).toBe(0)
  expect(poppler('pdffonts', first.bytes)).toContain('SourceSerif4-Italic')
})

test('a word hyphenated at the end of a line is found whole', async () => {
  const word = 'in\u00ADter\u00ADna\u00ADtion\u00ADal\u00ADi\u00ADsa\u00ADtion '
  const { bytes } = await bindPdf(on.printer, printDocument(`<p style="width: 25mm">${word.repeat(9)}</p>`))
  expect(poppler('pdftotext', bytes).match(/internationalisation/g)).toHaveLength(9)
  // The hyphens are still to be seen: a glyph of its own at the end of a line.
  expect(poppler('pdftotext', bytes, '-raw').split('\n').length).toBeGreaterThan(9)
})

test('another document has another identifier', async () => {
  const idOf = async (body: string) => {
    const { bytes } = await bindPdf(on.printer, printDocument(body))
    return /\/ID\s*\[\s*<([0-9A-F]{32})>\s*<\1>/.exec(Buffer.from(bytes).toString('latin1'))?.[1]
  }
  const [one, two] = [await idOf('<h1>One</h1>'), await idOf('<h1>Two</h1>')]
  expect(one).toMatch(/^[0-9A-F]{32}$/)
  expect(two).not.toBe(one)
})

test('metadata that is not there is left out, and what XML cannot hold is dropped', async () => {
  const { subject: _, ...meta } = { ...realisticMeta, authors: [], keywords: [], title: 'A\u0000B\uD800C' }
  const { bytes } = await bindPdf(on.printer, { ...printDocument('<h1>Bare</h1>'), meta })
  const xmp = poppler('pdfinfo', bytes, '-meta')
  expect(xmp).toContain('>ABC</rdf:li>')
  expect(xmp).not.toMatch(/dc:creator|dc:description|dc:subject|pdf:Keywords/)
  expect(poppler('pdfinfo', bytes)).not.toMatch(/^(Author|Subject|Keywords):/m)
})

test('characters that no font has are reported by font and page', async () => {
  // Private use: no font on any machine has it, nor a fallback.
  const body = '<h1>Fine</h1><p style="break-before: page">Lost \u{10FFF0} here</p>'
  const result = await bindPdf(on.printer, printDocument(body))
  expect(result.missingGlyphs).toEqual([{ font: 'SourceSerif4-Regular', page: 2 }])
  expect(result.unfinished).toContain('(31-030), page 2')
  expect(poppler('pdfinfo', result.bytes, '-meta')).not.toContain('pdfuaid:part')
})

test('a glyph missing in a transparent group is found too', async () => {
  const result = await bindPdf(
    on.printer,
    printDocument('<h1>Fine</h1><p style="opacity: .5">Lost \u{10FFF0}</p>'),
  )
  expect(result.missingGlyphs).toEqual([{ font: 'SourceSerif4-Regular', page: 1 }])
})

test('a document that falls short of PDF/UA is finished but not declared to be', async () => {
  const result = await bindPdf(on.printer, printDocument('<h1>One</h1><h3>Three</h3>'))
  expect(result.unfinished).toBe('Not marked as PDF/UA: A heading of level 3 follows one of level 1 (14-003)')
  expect(poppler('pdfinfo', result.bytes)).toContain('Trifold 0.1.0')
})

test('a tree without a doctype is printed in standards mode all the same', async () => {
  const document = printDocument(realisticBody)
  const children = document.html.children.filter(node => node.type !== 'doctype')
  const bare = await bindPdf(on.printer, { ...document, html: { ...document.html, children } })
  expect(Buffer.compare(bare.bytes, (await bindPdf(on.printer, document)).bytes)).toBe(0)
})

test('a file that cannot be read is given as it was printed, with the reason', async () => {
  const bytes = new TextEncoder().encode('%PDF-1.4\n1 0 obj << /Type /Page >> endobj')
  const broken: Printer = { print: async () => ({ bytes, missing: [] }), close: async () => {} }
  const result = await bindPdf(broken, printDocument('<p>Any</p>'))
  expect(result).toMatchObject({ bytes, pages: 1, unfinished: expect.stringContaining('Not finished: ') })
})
