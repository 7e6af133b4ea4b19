import { PDFDict, type PDFDocument, PDFNumber, type PDFObject, type PDFRef } from '@cantoo/pdf-lib'
import { listAt, name, nameAt, numberAt } from '../objects.js'
import { ParentTree } from '../parent-tree.js'
import { type StructureElement, structureElements, withDescendants } from '../structure-tree.js'
import { mapRoles } from './roles.js'

/** Mends the structure tree where Chromium's differs from what PDF/UA-1 asks for. */
export function mendStructure(pdf: PDFDocument): void {
  mapRoles(pdf)
  const parents = new ParentTree(pdf)
  for (const element of structureElements(pdf)) {
    if (element.type === 'LI') wrapListBody(pdf, parents, element)
    if (element.type === 'Figure') ungroupFigure(element)
  }
}

/** Puts what follows a list item's label into an `LBody` (ISO 32000-1, table 336; Matterhorn 09-005). */
function wrapListBody(pdf: PDFDocument, parents: ParentTree, { dict, ref, kids }: StructureElement): void {
  const isLabel = (object: PDFObject) => {
    const kid = pdf.context.lookup(object)
    return kid instanceof PDFDict && nameAt(kid, 'S') === 'Lbl'
  }
  const all = listAt(dict, 'K')
  const body = all.filter(kid => !isLabel(kid))
  if (!ref || body.length === 0 || kids.some(kid => kid.type === 'LBody')) return
  const wrapper = pdf.context.obj({ Type: 'StructElem', S: 'LBody', P: ref, K: body })
  const page = dict.get(name('Pg'))
  if (page) wrapper.set(name('Pg'), page)
  const wrapperRef = pdf.context.register(wrapper)
  for (const kid of body) adopt(pdf, parents, kid, dict, wrapperRef)
  dict.set(name('K'), pdf.context.obj([...all.filter(isLabel), wrapperRef]))
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
