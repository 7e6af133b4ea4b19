import { dictAt, nameAt } from '../objects.js'
import type { PDFDocument } from '../pdf-lib.js'
import { structureRoot } from '../structure-tree.js'

/** The standard structure types of PDF 1.7 (ISO 32000-1, section 14.8.4). */
const standardTypes: ReadonlySet<string> = new Set([
  ...['Document', 'Part', 'Art', 'Sect', 'Div', 'BlockQuote', 'Caption', 'TOC', 'TOCI', 'Index'],
  ...['NonStruct', 'Private', 'P', 'H', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'L', 'LI', 'Lbl', 'LBody'],
  ...['Table', 'TR', 'TH', 'TD', 'THead', 'TBody', 'TFoot', 'Span', 'Quote', 'Note', 'Reference'],
  ...['BibEntry', 'Code', 'Link', 'Annot', 'Ruby', 'RB', 'RT', 'RP', 'Warichu', 'WT', 'WP', 'Figure'],
  ...['Formula', 'Form'],
])

/** A function from a structure type to the standard type its role map leads to; undefined when it leads nowhere. */
export function standardTypeOf(pdf: PDFDocument): (type: string) => string | undefined {
  const roles = dictAt(structureRoot(pdf), 'RoleMap')
  return type => {
    const seen = new Set<string>()
    let current: string | undefined = type
    while (current !== undefined && !standardTypes.has(current) && !seen.has(current)) {
      seen.add(current)
      current = nameAt(roles, current)
    }
    return current !== undefined && standardTypes.has(current) ? current : undefined
  }
}
