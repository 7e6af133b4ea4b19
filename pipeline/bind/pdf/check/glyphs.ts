import type { MissingGlyph } from '../content/glyphs.js'
import type { PdfUaFinding } from './finding.js'

/** Checkpoint 31-030: no text is drawn with a glyph that its font has not. */
export function* checkGlyphs(missing: readonly MissingGlyph[]): Iterable<PdfUaFinding> {
  for (const { font, page } of missing)
    yield { checkpoint: '31-030', message: `The font ${font} lacks a glyph that is drawn`, page }
}
