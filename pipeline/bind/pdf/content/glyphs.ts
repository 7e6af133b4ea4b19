import type { PDFDict, PDFDocument } from '@cantoo/pdf-lib'
import { dictAt, nameAt } from '../objects.js'
import { showsText } from './operator-names.js'
import { readOperators, stringOperands, UnreadableContent } from './operators.js'
import { type ContentStream, contentStreams, readStream } from './streams.js'

/** A font that was asked for a glyph it has not, and the page, from 1. */
export interface MissingGlyph {
  readonly font: string
  readonly page: number
}

/**
 * Where text is drawn with glyph 0, the box that stands for a character no font has (Matterhorn 31-030).
 * Chromium says nothing of it, and the text may still be found by a search. A content stream that cannot be
 * read is passed over.
 */
export function missingGlyphs(pdf: PDFDocument): MissingGlyph[] {
  const found = new Map<string, MissingGlyph>()
  for (const content of contentStreams(pdf)) {
    for (const font of fontsWithoutGlyph(content)) {
      found.set(`${font} ${content.page}`, { font, page: content.page })
    }
  }
  return [...found.values()]
}

function fontsWithoutGlyph({ stream, resources }: ContentStream): Set<string> {
  const fonts = new Set<string>()
  try {
    const source = readStream(stream)
    let font: PDFDict | undefined
    for (const operator of readOperators(source)) {
      if (operator.name === 'Tf') font = fontOf(resources, source.slice(operator.start, operator.end))
      if (!font || !showsText.has(operator.name)) continue
      const width = codeWidth(font)
      if (stringOperands(source, operator).some(codes => hasCodeZero(codes, width))) fonts.add(fontName(font))
    }
  } catch (error) {
    if (!(error instanceof UnreadableContent)) throw error
  }
  return fonts
}

function fontOf(resources: PDFDict | undefined, setFont: string): PDFDict | undefined {
  return dictAt(dictAt(resources, 'Font'), setFont.match(/\/(\S+)/)?.[1] ?? '')
}

/**
 * How many bytes make a character code, for the fonts in which code 0 is glyph 0: Chromium's composite fonts
 * (Identity-H), and its Type 3 fonts, which hold bitmap, colour and synthetic faces.
 */
function codeWidth(font: PDFDict): 0 | 1 | 2 {
  const subtype = nameAt(font, 'Subtype')
  if (subtype === 'Type0') return nameAt(font, 'Encoding')?.startsWith('Identity') ? 2 : 0
  return subtype === 'Type3' ? 1 : 0
}

function hasCodeZero(codes: string, width: 0 | 1 | 2): boolean {
  if (width === 0) return false
  for (let at = 0; at + width <= codes.length; at += width) {
    if (codes.charCodeAt(at) === 0 && (width === 1 || codes.charCodeAt(at + 1) === 0)) return true
  }
  return false
}

/** A font's name without the tag of its subset, 'AAAAAA+'. */
function fontName(font: PDFDict): string {
  const full = nameAt(font, 'BaseFont') ?? nameAt(dictAt(font, 'FontDescriptor'), 'FontName') ?? 'unnamed'
  return full.replace(/^[A-Z]{6}\+/, '')
}
