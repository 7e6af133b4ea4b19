import { unmappedFonts } from '../content/to-unicode.js'
import { name, nameAt } from '../objects.js'
import { PDFDict, type PDFDocument } from '../pdf-lib.js'
import type { PdfUaFinding } from './finding.js'

const programs = ['FontFile', 'FontFile2', 'FontFile3'].map(name)

/** Checkpoints 10 and 31: fonts are embedded and lead back to characters. */
export function* checkFonts(pdf: PDFDocument): Iterable<PdfUaFinding> {
  for (const font of unmappedFonts(pdf)) {
    const called = nameAt(font, 'BaseFont') ?? 'unnamed'
    yield { checkpoint: '10-001', message: `A glyph of the font ${called} leads back to no character` }
  }
  for (const [, object] of pdf.context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFDict)) continue
    const subtype = nameAt(object, 'Type') === 'Font' ? nameAt(object, 'Subtype') : undefined
    if (subtype === undefined) continue
    const font = nameAt(object, 'BaseFont') ?? 'unnamed'
    if (!subtype.startsWith('CIDFont') && !object.has(name('ToUnicode')))
      yield { checkpoint: '10-001', message: `The characters of the font ${font} cannot be told` }
    // A Type 3 font is its own program, and a composite font has its descendant's.
    if (subtype === 'Type3' || subtype === 'Type0') continue
    const descriptor = object.lookup(name('FontDescriptor'))
    if (!(descriptor instanceof PDFDict) || !programs.some(program => descriptor.has(program)))
      yield { checkpoint: '31-009', message: `The font ${font} is not embedded` }
  }
}
