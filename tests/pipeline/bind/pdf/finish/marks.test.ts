import { describe, expect, test } from 'vitest'
import { bindPdf, type Printer } from '../../../../../pipeline/bind/pdf/bind.js'
import {
  annotations,
  dictAt,
  listAt,
  name,
  nameAt,
  textAt,
} from '../../../../../pipeline/bind/pdf/objects.js'
import { ParentTree } from '../../../../../pipeline/bind/pdf/parent-tree.js'
import { PDFDict, PDFDocument } from '../../../../../pipeline/bind/pdf/pdf-lib.js'
import { type StructureElement, structureElements } from '../../../../../pipeline/bind/pdf/structure-tree.js'
import { readPdf } from '../../../../../pipeline/check/parity/read-pdf.js'
import { poppler } from '../../../../support/poppler.js'
import { printDocument } from '../document.js'
import { opened } from '../opened.js'

const on = opened()

const bound = async (body: string) =>
  (await bindPdf(on.printer, printDocument(`<h1>Title</h1>${body}`))).bytes

/** The elements that say something of themselves, as `Type key=value`. */
async function told(bytes: Uint8Array): Promise<string[]> {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false })
  return structureElements(pdf).flatMap(({ dict, type }) => {
    const said = ['Lang', 'Alt', 'E'].flatMap(key => textAt(dict, key) && `${key}=${textAt(dict, key)}`)
    return said.some(Boolean) && type !== 'Document' ? [[type, ...said.filter(Boolean)].join(' ')] : []
  })
}

test('the structure tells of languages, abbreviations, formulas and calls of notes', async () => {
  const bytes = await bound(`
    <p>A <span lang="de">Wort</span>, an <abbr title="Hypertext">HT</abbr>, <em lang="fr">mot</em>,
      <math alttext="a^2"><msup><mi>a</mi><mn>2</mn></msup></math><sup><a href="#n" aria-label="note 1">1</a></sup></p>
    <p lang="ar">Words</p><p lang="en-GB">Words</p><p id="n">Note</p>`)
  expect(await told(bytes)).toEqual([
    'Span Lang=de',
    'Span E=Hypertext',
    'Em Lang=fr',
    'Formula Alt=a^2',
    'Link Alt=note 1',
    'P Lang=ar',
  ])
})

test('a call of a note is a reference, and what it leads to is a note', async () => {
  const bytes = await bound(
    '<p>A<sup class="noteref"><a href="#n">1</a></sup></p><ol><li id="n"><p>Note</p></li></ol><ol><li id="m">No note</li></ol>',
  )
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false })
  const above = (element: StructureElement | undefined): string[] =>
    element ? [...above(element.parent), element.type] : []
  const ways = structureElements(pdf).map(element => above(element).slice(1).join(' '))
  expect(ways).toContain('P Reference Link')
  expect(ways).toContain('L LI LBody Note P')
  expect(ways.filter(way => way.endsWith('Note'))).toHaveLength(1)
})

test('no mark is left in the file', async () => {
  const bytes = await bound('<p>A <span lang="de">Wort</span> <a href="https://example.org">link</a></p>')
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false })
  const languages = structureElements(pdf).flatMap(({ dict }) => textAt(dict, 'Lang') ?? [])
  expect(languages).toEqual(['en-GB', 'de'])
})

test('every part of a link that goes over lines says the same', async () => {
  const bytes = await bound(
    `<p style="width: 8em"><a href="https://example.org">${'words '.repeat(12)}end</a></p>`,
  )
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false })
  const said = annotations(pdf).map(({ annotation }) => textAt(annotation, 'Contents'))
  expect(new Set(said)).toEqual(new Set([`${'words '.repeat(12)}end (example.org)`]))
  expect(said.length).toBeGreaterThan(0)
})

test('what is said does not change what is copied', async () => {
  const bytes = await bound(
    '<p>Tide<sup><a href="#n" aria-label="note 1">1</a></sup> <abbr title="Hypertext">HT</abbr></p><p id="n">N</p>',
  )
  expect(poppler('pdftotext', bytes)).toContain('Tide1 HT')
})

test('a term and what it is stand by themselves', async () => {
  const bytes = await bound('<dl><dt>Tide</dt><dd>The rise.</dd><dt>Ebb</dt><dd><p>The fall.</p></dd></dl>')
  expect((await readPdf(bytes)).text).toMatch(/\nTide\n+The rise\.\n+Ebb\n+The fall\.\n/)
})

test('words before and after a line break are two', async () => {
  const bytes = await bound('<p>The tide falls,<br>the twilight <em>darkens</em><br>the curlew</p>')
  expect((await readPdf(bytes)).text).toContain('The tide falls, the twilight darkens the curlew')
})

describe('a link of which the rectangle', () => {
  const document = printDocument(`<h1 id="top">Links</h1>
    <p><a href="https://example.org/(a">one</a> <a href="more/other.html">two</a> <a href="#top">three</a>
    <a href="https://example.org/b"><img src="/images/square.png" width="90" height="90" alt="Loaf"></a></p>`)
  const sidesOf = (annotation: PDFDict) =>
    listAt(annotation, 'Rect').map(side => Number(String(side))) as [number, number, number, number]

  /** Each link of the document, where its annotations were changed before it was finished. */
  const linksAfter = async (change: (annotation: PDFDict, pdf: PDFDocument) => void) => {
    const print: Printer['print'] = async (...of) => {
      const printed = await on.printer.print(...of)
      const pdf = await PDFDocument.load(printed.bytes, { updateMetadata: false })
      for (const { annotation } of annotations(pdf)) change(annotation, pdf)
      return { ...printed, bytes: await pdf.save({ useObjectStreams: false }) }
    }
    const { bytes, unfinished } = await bindPdf({ ...on.printer, print }, document)
    expect(unfinished).toBeUndefined()
    const pdf = await PDFDocument.load(bytes, { updateMetadata: false })
    const tree = new ParentTree(pdf)
    return annotations(pdf).map(({ annotation }) => {
      const element = tree.lookup(annotation, 'StructParent')
      const kids = element instanceof PDFDict ? listAt(element, 'K') : []
      return {
        leads: textAt(dictAt(annotation, 'A'), 'URI') ?? nameAt(annotation, 'Dest'),
        says: textAt(annotation, 'Contents'),
        isKnown: kids.some(kid => kid instanceof PDFDict && kid.lookup(name('Obj')) === annotation),
        isMended: annotation.has(name('QuadPoints')),
        sides: sidesOf(annotation),
      }
    })
  }

  test.each<[what: string, change: Parameters<typeof linksAfter>[0]]>([
    [
      'lies elsewhere gets it over its words',
      (annotation, pdf) => {
        const [left, bottom, right, top] = sidesOf(annotation)
        annotation.set(name('Rect'), pdf.context.obj([left, bottom + 200, right, top + 200]))
      },
    ],
    [
      'is not there gets one',
      (_, pdf) => {
        for (const { node } of pdf.getPages()) node.delete(name('Annots'))
        for (const { dict, type, kids } of structureElements(pdf))
          if (type === 'Link') dict.set(name('K'), pdf.context.obj(kids.flatMap(kid => kid.ref ?? [])))
      },
    ],
  ])('%s', async (_, change) => {
    // Beside that of a picture Chromium makes one of the line that it stands on.
    const sound = (await linksAfter(() => {})).toSpliced(3, 1)
    expect(sound.map(({ isMended }) => isMended)).toEqual([false, false, false, false])
    const mended = await linksAfter(change)
    expect(mended).toEqual(sound.map(link => ({ ...link, isMended: true, sides: expect.any(Array) })))
    const moves = mended.flatMap(({ sides }, link) =>
      sides.map((side, at) => Math.abs(side - (sound[link]?.sides[at] ?? 0))),
    )
    expect(Math.max(...moves)).toBeLessThan(1)
  })
})
