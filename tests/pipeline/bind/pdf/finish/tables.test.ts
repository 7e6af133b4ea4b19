import { expect, test } from 'vitest'
import { checkDocument } from '../../../../../pipeline/bind/pdf/check.js'
import { finishPdf } from '../../../../../pipeline/bind/pdf/finish/finish.js'
import { PDFDocument } from '../../../../../pipeline/bind/pdf/pdf-lib.js'
import { serialise } from '../../../../../pipeline/bind/pdf/serialise.js'
import { structureElements } from '../../../../../pipeline/bind/pdf/structure-tree.js'
import { tableGrid } from '../../../../../pipeline/bind/pdf/table-grid.js'
import { page, realisticMeta, resources } from '../document.js'
import { opened } from '../opened.js'

const on = opened()

const load = (bytes: Uint8Array) => PDFDocument.load(bytes, { updateMetadata: false })

/** The spans of every cell, columns by rows, row by row. */
const spans = (pdf: PDFDocument) =>
  structureElements(pdf)
    .filter(({ type }) => type === 'Table')
    .flatMap(table =>
      tableGrid(pdf, table).map(({ cells }) =>
        cells.map(({ columns, rows }) => `${columns.asked}x${rows.asked}`).join(' '),
      ),
    )

test.each<[what: string, rows: string, spans: string[]]>([
  ['a short row', '<tr><td>a<td>b<td>c</tr><tr><td>d</tr>', ['1x1 1x1 1x1', '1x1 2x1']],
  ['a cell that reaches below', '<tr><td rowspan=9>a<td>b</tr><tr><td>c</tr>', ['1x2 1x1', '1x1']],
  [
    'a cell that reaches over another',
    '<tr><td>a<td rowspan=2>b<td>c</tr><tr><td colspan=3>d</tr>',
    ['1x1 1x2 1x1', '1x1 1x1'],
  ],
  [
    'a table in a cell',
    '<tr><td>a<td><table><caption>x</caption><tr><th>b<th>c</tr><tr><td>d<td>e</tr></table><td>c</tr><tr><td>d</tr>',
    ['1x1 1x1 1x1', '1x1 2x1', '1x1 1x1', '1x1 1x1'],
  ],
])('%s', async (_, rows, mended) => {
  const { bytes } = await on.printer.print(serialise(page(`<h1>T</h1><table>${rows}</table>`)), resources)
  const uneven = { checkpoint: '09-004', message: 'The rows of a table differ in length' }
  expect(checkDocument(await load(bytes))).toContainEqual(uneven)
  const finished = await finishPdf(bytes, realisticMeta)
  expect(finished.unfinished).toBeUndefined()
  expect(spans(await load(finished.bytes))).toEqual(mended)
})
