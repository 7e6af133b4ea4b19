import { dictAt, nameAt } from '../objects.js'
import type { PDFDict, PDFDocument } from '../pdf-lib.js'
import { showsText } from './operator-names.js'
import { readOperators, stringOperands, UnreadableContent } from './operators.js'
import { type ContentStream, contentStreams, readStream } from './streams.js'
import { fontName } from './used-fonts.js'

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
    let font: Font | undefined
    for (const operator of readOperators(source)) {
      if (operator.name === 'Tf') font = fontOf(resources, source.slice(operator.start, operator.end))
      if (!font || !showsText.has(operator.name)) continue
      const { width } = font
      if (stringOperands(source, operator).some(codes => hasCodeZero(codes, width))) fonts.add(font.name)
    }
  } catch (error) {
    if (!(error instanceof UnreadableContent)) throw error
  }
  return fonts
}

/** A font in which character code 0 is glyph 0, with the bytes that make a code. */
interface Font {
  readonly name: string
  readonly width: 1 | 2
}

/** The font that a `Tf` operator sets; undefined for one whose code 0 may be any glyph. */
function fontOf(resources: PDFDict | undefined, setFont: string): Font | undefined {
  const font = dictAt(dictAt(resources, 'Font'), setFont.match(/\/(\S+)/)?.[1] ?? '')
  const subtype = nameAt(font, 'Subtype')
  if (!font || !subtype) return undefined
  if (subtype === 'Type0' && nameAt(font, 'Encoding')?.startsWith('Identity'))
    return { name: fontName(font), width: 2 }
  // Chromium's Type 3 fonts, which hold bitmap, colour and synthetic faces, keep code 0 for glyph 0.
  return subtype === 'Type3' ? { name: fontName(font), width: 1 } : undefined
}

function hasCodeZero(codes: string, width: 1 | 2): boolean {
  for (let at = 0; at + width <= codes.length; at += width) {
    if (codes.charCodeAt(at) === 0 && (width === 1 || codes.charCodeAt(at + 1) === 0)) return true
  }
  return false
}
