import { annotations, arrayAt, nameAt, textAt } from '../objects.js'
import { ParentTree } from '../parent-tree.js'
import { PDFDict, type PDFDocument } from '../pdf-lib.js'
import type { PdfUaFinding } from './finding.js'

/** Checkpoint 28: links belong to a `Link` element, say where they lead, and are reached in reading order. */
export function* checkAnnotations(pdf: PDFDocument): Iterable<PdfUaFinding> {
  const parents = new ParentTree(pdf)
  for (const { annotation, page } of annotations(pdf)) {
    if (nameAt(annotation, 'Subtype') !== 'Link') {
      yield { checkpoint: '28-002', message: 'There is an annotation that is no link', page }
      continue
    }
    const element = parents.lookup(annotation, 'StructParent')
    if (!(element instanceof PDFDict) || nameAt(element, 'S') !== 'Link')
      yield { checkpoint: '28-011', message: 'A link is outside of the structure', page }
    if (!textAt(annotation, 'Contents'))
      yield { checkpoint: '28-012', message: 'A link has no description', page }
  }
  for (const [index, { node }] of pdf.getPages().entries()) {
    if (arrayAt(node, 'Annots') && nameAt(node, 'Tabs') !== 'S')
      yield { checkpoint: '28-009', message: 'Links are not in the order of the structure', page: index + 1 }
  }
}
