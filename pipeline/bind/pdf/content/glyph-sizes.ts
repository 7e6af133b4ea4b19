import { arrayAt, dictAt, numberAt } from '../objects.js'
import { PDFArray, PDFDict, PDFNumber } from '../pdf-lib.js'

/** How large the glyphs of a font are, in units of its size. */
export interface GlyphSizes {
  /** The bytes of a code. */
  readonly bytes: 1 | 2
  readonly ascent: number
  /** Below the line: negative. */
  readonly descent: number
  widthOf(code: number): number
}

/** A font is the same on every page. */
const known = new WeakMap<PDFDict, GlyphSizes>()

/** Reads them from a composite font (ISO 32000-1, 9.7.4.3) or, as Type 3 fonts have them, a simple one (9.6.5). */
export function glyphSizes(font: PDFDict): GlyphSizes {
  const sizes = known.get(font) ?? sizesIn(font)
  known.set(font, sizes)
  return sizes
}

/** Those of a font that says nothing (9.8.1): most letters reach neither higher nor lower. */
const usual = { ascent: 0.8, descent: -0.2 }

function sizesIn(font: PDFDict): GlyphSizes {
  const descendant = arrayAt(font, 'DescendantFonts')?.lookup(0)
  if (!(descendant instanceof PDFDict)) return simpleSizes(font)
  const widths = compositeWidths(arrayAt(descendant, 'W'))
  const otherwise = numberAt(descendant, 'DW') ?? 1000
  const descriptor = dictAt(descendant, 'FontDescriptor')
  return {
    bytes: 2,
    ascent: (numberAt(descriptor, 'Ascent') || usual.ascent * 1000) / 1000,
    descent: (numberAt(descriptor, 'Descent') || usual.descent * 1000) / 1000,
    widthOf: code => (widths.get(code) ?? otherwise) / 1000,
  }
}

function simpleSizes(font: PDFDict): GlyphSizes {
  const widths = numbersIn(arrayAt(font, 'Widths'))
  const first = numberAt(font, 'FirstChar') ?? 0
  const [unit = 0.001] = numbersIn(arrayAt(font, 'FontMatrix'))
  return { bytes: 1, ...usual, widthOf: code => (widths[code - first] ?? 0) * unit }
}

/** Widths by code: `c [w1 w2 ...]`, or `first last w`. */
function compositeWidths(array: PDFArray | undefined): ReadonlyMap<number, number> {
  const widths = new Map<number, number>()
  for (let at = 0; array && at + 1 < array.size(); ) {
    const first = numberOf(array.lookup(at))
    const next = array.lookup(at + 1)
    if (next instanceof PDFArray) {
      for (const [step, width] of numbersIn(next).entries()) widths.set(first + step, width)
      at += 2
      continue
    }
    const width = at + 2 < array.size() ? numberOf(array.lookup(at + 2)) : 0
    for (let code = first; code <= Math.min(numberOf(next), 0xffff); code++) widths.set(code, width)
    at += 3
  }
  return widths
}

const numberOf = (object: unknown): number => (object instanceof PDFNumber ? object.asNumber() : 0)

function numbersIn(array: PDFArray | undefined): number[] {
  return array ? array.asArray().map((_, index) => numberOf(array.lookup(index))) : []
}
