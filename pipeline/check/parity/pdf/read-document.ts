import { ParseSpeeds, PDFDocument } from '../../../bind/pdf/pdf-lib.js'
import { structureRoot } from '../../../bind/pdf/structure-tree.js'
import type { PdfReading } from '../read-pdf.js'
import { readByContent } from './content-order.js'
import { readByStructure } from './structure-order.js'

/** Opens a file and reads it by its structure tree, or by its content where there is none. */
export async function readDocument(bytes: Uint8Array): Promise<PdfReading> {
  const pdf = await PDFDocument.load(bytes, {
    updateMetadata: false,
    parseSpeed: ParseSpeeds.Fastest,
    // What is half there would be read as if it were all.
    throwOnInvalidObject: true,
  })
  const root = structureRoot(pdf)
  return root
    ? { ...readByStructure(pdf, root), order: 'structure' }
    : { ...readByContent(pdf), order: 'content' }
}
