import { name } from '../objects.js'
import { type PDFDocument, PDFStream } from '../pdf-lib.js'
import type { PdfUaFinding } from './finding.js'

/** Checkpoint 06: the XMP metadata, with its title and its declaration of PDF/UA-1. */
export function* checkDeclaration(pdf: PDFDocument): Iterable<PdfUaFinding> {
  const metadata = pdf.catalog.lookup(name('Metadata'))
  if (!(metadata instanceof PDFStream)) {
    yield { checkpoint: '06-001', message: 'There is no XMP metadata' }
    return
  }
  const packet = Buffer.from(metadata.getContents()).toString('utf8')
  if (!/<pdfuaid:part>1<\/pdfuaid:part>/.test(packet))
    yield { checkpoint: '06-002', message: 'The metadata does not declare PDF/UA-1' }
  if (!/<dc:title>/.test(packet)) yield { checkpoint: '06-003', message: 'The metadata has no title' }
}
