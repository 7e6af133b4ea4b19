import { stringOperands } from '../../../bind/pdf/content/operators.js'
import { readStream } from '../../../bind/pdf/content/streams.js'
import { charactersByCode } from '../../../bind/pdf/content/used-fonts.js'
import { name, nameAt } from '../../../bind/pdf/objects.js'
import { type PDFDict, PDFRawStream } from '../../../bind/pdf/pdf-lib.js'

/** A function from an operator that shows text, as it is written, to that text. */
export type FontText = (shows: string) => string

/** What stands for a glyph of which nobody knows the character. */
const unknown = '\uFFFD'

/** A font is the same on every page. */
const known = new WeakMap<PDFDict, FontText>()

/** So long is an operator that shows one glyph, as Chromium writes most: what it shows is remembered. */
const short = 12

/**
 * How a font's codes are read, by its map to Unicode (ISO 32000-1, 9.10.3): a composite font has two bytes a code, as with
 * the encodings `Identity-H` and `Identity-V` (9.7.5.2), every other font has one.
 */
export function fontText(font: PDFDict | undefined): FontText {
  if (!font) return () => unknown
  const found = known.get(font) ?? textBy(font)
  known.set(font, found)
  return found
}

function textBy(font: PDFDict): FontText {
  const map = font.lookup(name('ToUnicode'))
  const texts = new Map(map instanceof PDFRawStream ? charactersByCode(readStream(map)) : [])
  const width = nameAt(font, 'Subtype') === 'Type0' ? 2 : 1
  const glyphs = new Map<string, string>()
  return shows => {
    const before = glyphs.get(shows)
    if (before !== undefined) return before
    let text = ''
    for (const codes of stringOperands(shows, { name: '', start: 0, end: shows.length }))
      for (let at = 0; at + width <= codes.length; at += width)
        text += texts.get(codeAt(codes, at, width)) ?? unknown
    if (shows.length <= short) glyphs.set(shows, text)
    return text
  }
}

const codeAt = (codes: string, at: number, width: 1 | 2): number =>
  width === 1 ? codes.charCodeAt(at) : codes.charCodeAt(at) * 256 + codes.charCodeAt(at + 1)
