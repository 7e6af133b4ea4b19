import { name, textAt } from '../objects.js'
import type { PDFDocument } from '../pdf-lib.js'
import { structureElements, structureRoot } from '../structure-tree.js'
import type { PdfUaFinding } from './finding.js'
import { standardTypeOf } from './standard-types.js'

/** Checkpoints 02, 13, 17 and 19: types that a reader knows, and a text for what is not text. */
export function* checkStructure(pdf: PDFDocument): Iterable<PdfUaFinding> {
  if (!structureRoot(pdf)) yield { checkpoint: '01-005', message: 'There is no structure tree' }
  const standard = standardTypeOf(pdf)
  const notes = new Set<string>()
  for (const { dict, type } of structureElements(pdf)) {
    const role = standard(type)
    const described = dict.has(name('Alt')) || dict.has(name('ActualText'))
    if (role === undefined)
      yield { checkpoint: '02-001', message: `No standard structure type stands for '${type}'` }
    if (role === 'Figure' && !described)
      yield { checkpoint: '13-004', message: 'A figure has no alternative text' }
    if (role === 'Formula' && !described)
      yield { checkpoint: '17-002', message: 'A formula has no alternative text' }
    if (role === 'Note') {
      const id = textAt(dict, 'ID')
      if (id === undefined) yield { checkpoint: '19-003', message: 'A note has no id' }
      else if (notes.has(id)) yield { checkpoint: '19-004', message: `Two notes have the id '${id}'` }
      else notes.add(id)
    }
  }
}
