import { dictAt, listAt, nameAt } from './objects.js'
import { PDFDict, type PDFDocument, type PDFObject, PDFRef } from './pdf-lib.js'

/** An element of the structure tree (ISO 32000-1, section 14.7.2). */
export interface StructureElement {
  readonly dict: PDFDict
  /** Absent for an element written in place, which Chromium never does. */
  readonly ref: PDFRef | undefined
  /** The structure type as written, before the role map. */
  readonly type: string
  readonly parent: StructureElement | undefined
  /** The elements among its kids. Content (numbers, MCR, OBJR) is in `content`. */
  readonly kids: readonly StructureElement[]
  readonly content: readonly PDFObject[]
}

/** The root of the structure tree; absent in an untagged file. */
export function structureRoot(pdf: PDFDocument): PDFDict | undefined {
  return dictAt(pdf.catalog, 'StructTreeRoot')
}

/** Every element of the structure tree, parents before kids, in reading order. */
export function structureElements(pdf: PDFDocument): StructureElement[] {
  const root = structureRoot(pdf)
  const all: StructureElement[] = []
  // A file that says it is its own parent would be read for ever.
  const seen = new Set<PDFDict>()
  const read = (object: PDFObject, parent: StructureElement | undefined): StructureElement | undefined => {
    const dict = pdf.context.lookup(object)
    if (!(dict instanceof PDFDict) || seen.has(dict)) return undefined
    const type = nameAt(dict, 'S')
    if (type === undefined) return undefined
    seen.add(dict)
    const kids: StructureElement[] = []
    const content: PDFObject[] = []
    const ref = object instanceof PDFRef ? object : undefined
    const element: StructureElement = { dict, ref, type, parent, kids, content }
    all.push(element)
    for (const kid of listAt(dict, 'K')) {
      const child = read(kid, element)
      if (child) kids.push(child)
      else content.push(kid)
    }
    return element
  }
  if (root) for (const kid of listAt(root, 'K')) read(kid, undefined)
  return all
}

/** An element and all below it. */
export function withDescendants(element: StructureElement): StructureElement[] {
  return [element, ...element.kids.flatMap(withDescendants)]
}
