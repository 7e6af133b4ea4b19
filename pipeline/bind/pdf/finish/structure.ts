import { listAt, name, nameAt, numberAt } from '../objects.js'
import { ParentTree } from '../parent-tree.js'
import { PDFDict, type PDFDocument, PDFNumber, type PDFObject, type PDFRef } from '../pdf-lib.js'
import { type StructureElement, structureElements, withDescendants } from '../structure-tree.js'
import { mapRoles } from './roles.js'

/**
 * Mends the structure tree where Chromium's differs from what PDF/UA-1 asks for.
 *
 * @param notes the items of lists that are notes: each becomes a `Note` in its body (ISO 14289-1, section 7.9)
 */
export function mendStructure(pdf: PDFDocument, notes: ReadonlySet<PDFDict> = new Set()): void {
  mapRoles(pdf)
  const parents = new ParentTree(pdf)
  for (const element of structureElements(pdf)) {
    if (element.type === 'LI') wrapListBody(pdf, parents, element)
    if (element.type === 'Figure') ungroupFigure(element)
  }
  if (notes.size === 0) return
  for (const element of structureElements(pdf)) {
    if (element.type !== 'LBody' || !element.parent || !notes.has(element.parent.dict)) continue
    const note = wrap(pdf, parents, element, listAt(element.dict, 'K'), 'Note')
    if (note) element.dict.set(name('K'), pdf.context.obj([note]))
  }
}

/** Puts what follows a list item's label into an `LBody` (ISO 32000-1, table 336; Matterhorn 09-005). */
function wrapListBody(pdf: PDFDocument, parents: ParentTree, element: StructureElement): void {
  const { dict, kids } = element
  const isLabel = (object: PDFObject) => {
    const kid = pdf.context.lookup(object)
    return kid instanceof PDFDict && nameAt(kid, 'S') === 'Lbl'
  }
  const all = listAt(dict, 'K')
  const body = all.filter(kid => !isLabel(kid))
  if (body.length === 0 || kids.some(kid => kid.type === 'LBody')) return
  const wrapper = wrap(pdf, parents, element, body, 'LBody')
  if (wrapper) dict.set(name('K'), pdf.context.obj([...all.filter(isLabel), wrapper]))
}

/** A new element around kids of another, which is to be told of it; undefined for one written in place. */
function wrap(
  pdf: PDFDocument,
  parents: ParentTree,
  { dict, ref }: StructureElement,
  kids: readonly PDFObject[],
  type: 'LBody' | 'Note',
): PDFRef | undefined {
  if (!ref || kids.length === 0) return undefined
  const wrapper = pdf.context.obj({ Type: 'StructElem', S: type, P: ref, K: [...kids] })
  const page = dict.get(name('Pg'))
  if (page) wrapper.set(name('Pg'), page)
  const wrapperRef = pdf.context.register(wrapper)
  for (const kid of kids) adopt(pdf, parents, kid, dict, wrapperRef)
  return wrapperRef
}

/** Tells a kid, or the content it stands for, of its new parent. */
function adopt(pdf: PDFDocument, parents: ParentTree, kid: PDFObject, from: PDFDict, to: PDFRef): void {
  const object = pdf.context.lookup(kid)
  if (object instanceof PDFNumber) parents.setContent(from.lookup(name('Pg')), object.asNumber(), to)
  else if (!(object instanceof PDFDict)) return
  else if (nameAt(object, 'S') !== undefined) object.set(name('P'), to)
  else if (nameAt(object, 'Type') === 'MCR') {
    const holder = object.lookup(name('Stm')) ?? object.lookup(name('Pg')) ?? from.lookup(name('Pg'))
    parents.setContent(holder, numberAt(object, 'MCID') ?? -1, to)
  } else if (nameAt(object, 'Type') === 'OBJR') parents.setObject(object.lookup(name('Obj')), to)
}

const parts = new Set(['Figure', 'Caption', 'Table', 'L', 'P', 'Code', 'BlockQuote', 'Formula'])

/**
 * Makes a `Figure` without alternative text a `Div` when it only groups others: Chromium writes one for
 * `<figure>`, beside the one for its picture (Matterhorn 13-004).
 */
function ungroupFigure(element: StructureElement): void {
  if (element.dict.has(name('Alt'))) return
  const [, ...below] = withDescendants(element)
  if (below.some(({ type }) => parts.has(type))) element.dict.set(name('S'), name('Div'))
}
