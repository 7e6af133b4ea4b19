import type { Browser } from 'puppeteer'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { bindPdf, openPrinter, type Printer } from '../../../../pipeline/bind/pdf/bind.js'
import { checkPdfUa } from '../../../../pipeline/bind/pdf/check.js'
import { contentStreams, readStream, replaceStream } from '../../../../pipeline/bind/pdf/content/streams.js'
import { annotations, dictAt, name } from '../../../../pipeline/bind/pdf/objects.js'
import { PDFDict, PDFDocument, PDFHexString, PDFName } from '../../../../pipeline/bind/pdf/pdf-lib.js'
import { structureElements, structureRoot } from '../../../../pipeline/bind/pdf/structure-tree.js'
import { launch } from './browser.js'
import { printDocument, realisticBody } from './document.js'

let browser: Browser
let printer: Printer
let good: Uint8Array
beforeAll(async () => {
  browser = await launch()
  printer = await openPrinter(browser)
  good = (await bindPdf(printer, printDocument(realisticBody))).bytes
})
afterAll(() => browser.close())

const elements = (pdf: PDFDocument, type: string) =>
  structureElements(pdf).filter(element => element.type === type)
const retype = (pdf: PDFDocument, from: string, to: string) =>
  elements(pdf, from)[0]?.dict.set(name('S'), name(to))
const rewrite = (pdf: PDFDocument, change: (source: string) => string) => {
  for (const content of contentStreams(pdf)) replaceStream(pdf, content, change(readStream(content.stream)))
}
const fonts = (pdf: PDFDocument, subtype: string) =>
  pdf.context
    .enumerateIndirectObjects()
    .flatMap(([, object]) =>
      object instanceof PDFDict && object.get(name('Subtype')) === PDFName.of(subtype) ? [object] : [],
    )
const writeMetadata = (pdf: PDFDocument, packet: string) => {
  pdf.catalog.set(name('Metadata'), pdf.context.register(pdf.context.stream(Buffer.from(packet))))
}

/** What each change to a good file must be found out by. */
const tampering: readonly [checkpoint: string, what: string, tamper: (pdf: PDFDocument) => unknown][] = [
  [
    '01-003',
    'an artifact in tagged content',
    pdf => rewrite(pdf, s => s.replace(/(MCID 10 >>\s*BDC)/, '$1 /Artifact BMC EMC')),
  ],
  ['01-004', 'tagged content in an artifact', pdf => rewrite(pdf, s => `/Artifact BMC\n${s}\nEMC`)],
  ['01-005', 'content left untagged', pdf => rewrite(pdf, s => `${s}\n0 0 9 9 re f`)],
  ['01-005', 'a mark without its end', pdf => rewrite(pdf, s => s.replace(/EMC\s*$/, ''))],
  ['01-005', 'an inline image', pdf => rewrite(pdf, s => `${s}\nBI ID EI`)],
  ['01-005', 'no structure tree', pdf => pdf.catalog.delete(name('StructTreeRoot'))],
  ['01-005', 'not marked as tagged', pdf => pdf.catalog.delete(name('MarkInfo'))],
  ['02-001', 'a type without a role', pdf => structureRoot(pdf)?.delete(name('RoleMap'))],
  ['02-001', 'roles in a circle', pdf => dictAt(structureRoot(pdf), 'RoleMap')?.set(name('Em'), name('Em'))],
  ['06-001', 'no metadata', pdf => pdf.catalog.delete(name('Metadata'))],
  ['06-002', 'no declaration', pdf => writeMetadata(pdf, '<dc:title>Bread</dc:title>')],
  ['06-003', 'no title in the metadata', pdf => writeMetadata(pdf, '<pdfuaid:part>1</pdfuaid:part>')],
  ['06-003', 'an empty title', pdf => pdf.setTitle(' ')],
  ['07-001', 'the name of the file for a title', pdf => pdf.catalog.delete(name('ViewerPreferences'))],
  ['09-004', 'a table that holds a paragraph', pdf => retype(pdf, 'TR', 'P')],
  ['09-004', 'a cell outside of a row', pdf => retype(pdf, 'TR', 'THead')],
  ['09-005', 'a list that holds a paragraph', pdf => retype(pdf, 'LI', 'P')],
  ['09-005', 'an item outside of a list', pdf => retype(pdf, 'L', 'Div')],
  ['09-005', 'an item without a body', pdf => retype(pdf, 'LBody', 'NonStruct')],
  ['10-001', 'a font that leads to no characters', pdf => fonts(pdf, 'Type0')[0]?.delete(name('ToUnicode'))],
  ['11-006', 'no language', pdf => pdf.catalog.delete(name('Lang'))],
  ['13-004', 'a figure without a text', pdf => elements(pdf, 'Figure')[0]?.dict.delete(name('Alt'))],
  ['14-002', 'a first heading that is not the first level', pdf => retype(pdf, 'H1', 'H2')],
  ['14-003', 'a level left out', pdf => retype(pdf, 'H2', 'H4')],
  [
    '15-003',
    'header cells that head nothing',
    pdf => {
      for (const type of ['TH', 'TD']) for (const cell of elements(pdf, type)) cell.dict.delete(name('A'))
    },
  ],
  ['17-002', 'a formula without a text', pdf => retype(pdf, 'Code', 'Formula')],
  ['19-003', 'a note without an id', pdf => retype(pdf, 'BlockQuote', 'Note')],
  [
    '19-004',
    'two notes of one id',
    pdf => {
      for (const { dict } of elements(pdf, 'P').slice(0, 2)) {
        dict.set(name('S'), name('Note'))
        dict.set(name('ID'), PDFHexString.fromText('same'))
      }
    },
  ],
  [
    '28-002',
    'an annotation that is no link',
    pdf => annotations(pdf)[0]?.annotation.set(name('Subtype'), name('Text')),
  ],
  ['28-009', 'links in no order', pdf => pdf.getPage(0).node.delete(name('Tabs'))],
  ['28-011', 'a link outside of the structure', pdf => retype(pdf, 'Link', 'Span')],
  ['28-012', 'a link without a description', pdf => annotations(pdf)[0]?.annotation.delete(name('Contents'))],
  [
    '31-009',
    'a font that is not embedded',
    pdf => dictAt(fonts(pdf, 'CIDFontType2')[0], 'FontDescriptor')?.delete(name('FontFile2')),
  ],
  [
    '31-030',
    'a glyph that no font has',
    pdf => rewrite(pdf, s => s.replace(/<[0-9A-F]{4}> Tj/g, '<0000> Tj')),
  ],
]

describe('checkPdfUa', () => {
  test('finds nothing in a realistic document', async () => {
    expect(await checkPdfUa(good)).toEqual([])
  })

  test.each(tampering)('finds by %s %s', async (checkpoint, _, tamper) => {
    const pdf = await PDFDocument.load(good, { updateMetadata: false })
    tamper(pdf)
    const findings = await checkPdfUa(await pdf.save({ updateFieldAppearances: false }))
    expect(findings.map(finding => finding.checkpoint)).toContain(checkpoint)
  })

  test('a file of many kinds of element passes', async () => {
    const body = `<h1>Kinds</h1>
      <dl><dt>Term</dt><dd>Definition</dd></dl><p>a<sub>1</sub> <mark>m</mark> <ins>i</ins> <del>d</del> <q>q</q></p>
      <p><ruby>ka<rt>kan</rt></ruby></p><p><math><mfrac><mi>a</mi><mi>b</mi></mfrac></math></p>
      <ul><li style="background: #eee; border: 1px solid"><input type="checkbox" checked disabled> done</li></ul>
      <p style="opacity: .5">half <b>opaque</b> <a href="https://example.org/">link</a></p>
      <p><img src="/images/square.png" alt="" width="20" height="20"> decoration</p>
      <figure><img src="/images/square.png" alt="A square" width="20"><figcaption>Caption</figcaption></figure>
      <figure><pre><code>code</code></pre><figcaption>Caption</figcaption></figure>
      <p dir="rtl">right to left</p><blockquote>Quotation<footer>Someone</footer></blockquote>`
    const result = await bindPdf(printer, printDocument(body))
    expect(result.unfinished).toBeUndefined()
    expect(await checkPdfUa(result.bytes)).toEqual([])
  })

  test.each([
    'opacity: .5',
    'filter: blur(1px)',
    'mix-blend-mode: multiply',
    'background: linear-gradient(red, blue) text; color: transparent',
    'box-shadow: 0 0 9px blue; text-shadow: 2px 2px 4px red',
    'overflow: hidden; border-radius: 9px; background: linear-gradient(red, blue)',
    'transform: rotate(3deg); opacity: .9; filter: blur(1px)',
  ])('what is drawn in groups passes: %s', async style => {
    const body = `<h1>Groups</h1><div style="${style}"><p>A <a href="#x">link</a></p><hr>
      <div style="opacity: .5"><p>Deeper</p><hr></div></div>`
    expect((await bindPdf(printer, printDocument(body))).unfinished).toBeUndefined()
  })

  test('finds by 30-002 what Chromium draws twice, under a mask', async () => {
    const style = '-webkit-mask-image: linear-gradient(black, transparent)'
    const { unfinished } = await bindPdf(printer, printDocument(`<h1>Mask</h1><p style="${style}">Twice</p>`))
    expect(unfinished).toContain('(30-002), page 1')
  })
})
