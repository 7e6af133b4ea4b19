import type { Cut } from '../content/line-ends.js'
import { listAt, name, numberAt } from '../objects.js'
import type { ParentTree } from '../parent-tree.js'
import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFNumber,
  type PDFObject,
  PDFRef,
} from '../pdf-lib.js'

/** How much content the structure tree knows of a page, from 1; undefined of an untagged one. */
export function contentCount(pdf: PDFDocument, tree: ParentTree, page: number): number | undefined {
  const list = tree.lookup(pdf.getPage(page - 1).node, 'StructParents')
  return list instanceof PDFArray ? list.size() : undefined
}

/**
 * Gives the hyphens of divided words an element of their own, of which the text is a soft hyphen: who reads by structure
 * gets the word whole (ISO 32000-1, 14.8.2.2.3 and 14.9.4).
 */
export function tagHyphens(pdf: PDFDocument, tree: ParentTree, page: number, cuts: readonly Cut[]): void {
  const { node, ref } = pdf.getPage(page - 1)
  const list = tree.lookup(node, 'StructParents')
  if (!(list instanceof PDFArray)) return
  for (const { mcid, hyphen, rest } of cuts) {
    const parent = list.get(mcid)
    const element = list.lookup(mcid)
    if (!(parent instanceof PDFRef && element instanceof PDFDict)) continue
    const span = pdf.context.register(
      pdf.context.obj({ Type: 'StructElem', S: 'Span', P: parent, Pg: ref, K: hyphen }),
    )
    pdf.context.lookup(span, PDFDict).set(name('ActualText'), PDFHexString.fromText('\u00AD'))
    list.set(hyphen, span)
    list.set(rest, parent)
    const kids = listAt(element, 'K').flatMap(kid => {
      const entry = pdf.context.lookup(kid)
      if (!isContent(entry, mcid, element, ref)) return [kid]
      const more = entry instanceof PDFDict ? copyOf(entry, rest) : PDFNumber.of(rest)
      return [kid, span, more]
    })
    element.set(name('K'), pdf.context.obj(kids))
  }
}

/** Whether a kid is the content of this number on this page. */
export function isContent(kid: PDFObject | undefined, mcid: number, element: PDFDict, page: PDFRef): boolean {
  if (kid instanceof PDFNumber) return kid.asNumber() === mcid && element.get(name('Pg')) === page
  if (!(kid instanceof PDFDict) || numberAt(kid, 'MCID') !== mcid) return false
  return (kid.get(name('Pg')) ?? element.get(name('Pg'))) === page
}

function copyOf(content: PDFDict, mcid: number): PDFDict {
  const copy = content.clone()
  copy.set(name('MCID'), PDFNumber.of(mcid))
  return copy
}
