import { dictAt, listAt, nameAt, textAt } from '../../../bind/pdf/objects.js'
import { PDFDict, type PDFDocument } from '../../../bind/pdf/pdf-lib.js'

/** Where a link annotation leads outside of the document (ISO 32000-1, 12.6.4.7); undefined for any other object. */
export function addressOf(annotation: PDFDict): string | undefined {
  if (nameAt(annotation, 'Subtype') !== 'Link') return undefined
  const action = dictAt(annotation, 'A')
  return nameAt(action, 'S') === 'URI' ? textAt(action, 'URI') : undefined
}

/** The addresses of a page's links in the order of its annotations, those of one link over several lines once. */
export function linksOfPage(pdf: PDFDocument, page: PDFDict): string[] {
  const links: string[] = []
  for (const entry of listAt(page, 'Annots')) {
    const annotation = pdf.context.lookup(entry)
    const address = annotation instanceof PDFDict ? addressOf(annotation) : undefined
    if (address !== undefined && address !== links.at(-1)) links.push(address)
  }
  return links
}
