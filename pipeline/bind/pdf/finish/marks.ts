import { markIn, type TagMark } from '../marks.js'
import { listAt, name, nameAt, textAt } from '../objects.js'
import { PDFDict, type PDFDocument, PDFHexString, type PDFObject, PDFString } from '../pdf-lib.js'
import { structureElements } from '../structure-tree.js'

/**
 * Takes the marks off the structure tree and tells each element what its mark stands for: its language where it is not
 * the one around it (ISO 32000-1, 14.9.2), its alternative text (14.9.3), the expansion of an abbreviation (14.9.5), and
 * what a link says of itself, on its annotations.
 *
 * @returns the items of lists that are notes
 */
export function applyMarks(pdf: PDFDocument, marks: readonly TagMark[]): ReadonlySet<PDFDict> {
  const notes = new Set<PDFDict>()
  for (const { dict } of structureElements(pdf)) {
    const number = markIn(textAt(dict, 'Lang'))
    const mark = number === undefined ? undefined : marks[number]
    if (!mark) continue
    if (mark.lang && mark.lang !== mark.around) dict.set(name('Lang'), PDFString.of(mark.lang))
    else dict.delete(name('Lang'))
    if (mark.isNote) notes.add(dict)
    if (mark.type) dict.set(name('S'), name(mark.type))
    if (mark.alt) dict.set(name('Alt'), PDFHexString.fromText(mark.alt))
    if (mark.expansion) dict.set(name('E'), PDFHexString.fromText(mark.expansion))
    if (mark.contents)
      for (const link of linksOf(pdf, dict)) link.set(name('Contents'), PDFHexString.fromText(mark.contents))
  }
  return notes
}

/** The link annotations of an element: one for each line and each part that it goes over. */
function linksOf(pdf: PDFDocument, element: PDFDict): PDFDict[] {
  return listAt(element, 'K').flatMap((entry: PDFObject): PDFDict[] => {
    const kid = pdf.context.lookup(entry)
    if (!(kid instanceof PDFDict)) return []
    if (nameAt(kid, 'Type') === 'OBJR') {
      const annotation = kid.lookup(name('Obj'))
      return annotation instanceof PDFDict ? [annotation] : []
    }
    return nameAt(kid, 'S') === undefined || nameAt(kid, 'S') === 'Link' ? [] : linksOf(pdf, kid)
  })
}
