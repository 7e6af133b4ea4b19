import { expect, test } from 'vitest'
import { checkFonts } from '../../../../../pipeline/bind/pdf/check/fonts.js'
import { mendCharacterMaps, unmappedFonts } from '../../../../../pipeline/bind/pdf/content/to-unicode.js'
import { name } from '../../../../../pipeline/bind/pdf/objects.js'
import { PDFDocument } from '../../../../../pipeline/bind/pdf/pdf-lib.js'

const map =
  '2 beginbfchar\n<0101> <0000>\n<0102> <0627>\nendbfchar\n1 beginbfrange\n<0003> <0005> <0041>\nendbfrange'

async function withMap(text: string): Promise<PDFDocument> {
  const pdf = await PDFDocument.create()
  const stream = pdf.context.register(pdf.context.flateStream(text))
  // As Chromium's: a raw stream, which the library makes of what it reads.
  const font = pdf.context.obj({ Type: 'Font', Subtype: 'Type0', BaseFont: 'AAAAAA+Naskh' })
  font.set(name('ToUnicode'), stream)
  pdf.context.register(font)
  return PDFDocument.load(await pdf.save({ useObjectStreams: false }), { updateMetadata: false })
}

test('a glyph that leads back to no character is found, and mended', async () => {
  const pdf = await withMap(map)
  expect([...unmappedFonts(pdf)]).toHaveLength(1)
  expect([...checkFonts(pdf)]).toContainEqual({
    checkpoint: '10-001',
    message: 'A glyph of the font AAAAAA+Naskh leads back to no character',
  })
  const before = pdf.context.enumerateIndirectObjects().length
  mendCharacterMaps(pdf)
  expect([...unmappedFonts(pdf)]).toEqual([])
  expect(pdf.context.enumerateIndirectObjects()).toHaveLength(before)
})

test('a map without such a glyph is left as it is', async () => {
  const pdf = await withMap(map.replace('<0000>', '<0628>'))
  const bytes = await pdf.save()
  mendCharacterMaps(pdf)
  expect(await pdf.save()).toEqual(bytes)
})
