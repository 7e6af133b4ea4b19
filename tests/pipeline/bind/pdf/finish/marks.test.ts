import { expect, test } from 'vitest'
import { bindPdf } from '../../../../../pipeline/bind/pdf/bind.js'
import { annotations, textAt } from '../../../../../pipeline/bind/pdf/objects.js'
import { PDFDocument } from '../../../../../pipeline/bind/pdf/pdf-lib.js'
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
