import { type Box, coversMiddle, heightOf, isNear, joinedInLines } from '../content/boxes.js'
import { drawnBoxes } from '../content/drawn.js'
import { UnreadableContent } from '../content/operators.js'
import { pageStreams } from '../content/streams.js'
import { markIn, type TagMark } from '../marks.js'
import { listAt, name, nameAt, numberAt, textAt } from '../objects.js'
import { ParentTree } from '../parent-tree.js'
import { PDFDict, type PDFDocument, PDFNumber, type PDFObject, PDFRef } from '../pdf-lib.js'
import { type StructureElement, structureElements } from '../structure-tree.js'
import { type LinkTarget, targetIn, targetOf } from './link-targets.js'

/** Something that a link shows, or where it can be pressed. */
interface Placed {
  readonly page: PDFRef
  readonly box: Box
}

interface Annotation extends Placed {
  readonly dict: PDFDict
  readonly ref: PDFRef
  /** The element that refers to it. */
  readonly holder: PDFDict
}

/** A link of the structure tree, with the numbers of its content by page. */
interface Link {
  readonly element: StructureElement
  readonly content: readonly {
    readonly page: PDFRef
    readonly mcid: number
    /** Whether the number is one of a form's (ISO 32000-1, table 324). */
    readonly isInForm: boolean
    readonly isFigure: boolean
  }[]
}

/**
 * Puts links where their words are. In columns Chromium gives links behind the first page rectangles in another place, beside
 * their own or in their stead, or none at all: by the mouse and by a screen reader, such a link cannot be followed. Those
 * that lie beside all that the link shows go, and each line that none lies over gets one of its own (ISO 32000-1, 12.5.6.5),
 * known to the structure (14.7.4.4). One for each line, as Chromium does it: many programs know no part of an annotation
 * but its rectangle.
 *
 * @param marks of the document, still on the elements: they know where a link leads that has no annotation
 */
export function placeLinks(pdf: PDFDocument, marks: readonly TagMark[]): void {
  const links = structureElements(pdf)
    .filter(({ type }) => type === 'Link')
    .map(element => ({ element, content: contentOf(pdf, element) }))
  if (links.length === 0) return
  const shownBy = shownIn(pdf, links)
  const tree = new ParentTree(pdf)
  for (const link of links) {
    const { dict, ref } = link.element
    const shown = shownBy(link)
    const there = annotationsOf(pdf, link.element)
    const [first] = there
    const mark = marks[markIn(textAt(dict, 'Lang')) ?? -1]
    const target = first ? targetOf(pdf, first.dict) : mark && targetIn(pdf, mark)
    if (!ref || !target || shown.length === 0) continue
    const astray = there.filter(each => isAstray(each, shown))
    const sound = there.filter(each => !astray.includes(each))
    const open = shown.filter(
      each => !sound.some(({ page, box }) => page === each.page && coversMiddle(box, each.box)),
    )
    // Where one lies elsewhere and another is missing, all others may lie over the link's words by chance.
    const isChance = astray.length > 0 && open.length > 0
    for (const each of isChance ? there : astray) remove(pdf, tree, each)
    for (const each of inLines(isChance ? shown : open)) add(pdf, tree, { dict, ref }, each, target)
  }
}

/**
 * Whether an annotation lies beside all that its link shows. Not that of a line which reaches over the end of a page by its
 * accents: Chromium gives the other page a rectangle too, thinner than can be pressed.
 */
function isAstray({ page, box }: Placed, shown: readonly Placed[]): boolean {
  const thin = Math.min(...shown.map(each => heightOf(each.box))) / 4
  return heightOf(box) > thin && !shown.some(each => each.page === page && isNear(box, each.box))
}

/** What stands in a line as one, page by page. */
function inLines(placed: readonly Placed[]): Placed[] {
  return [...new Set(placed.map(({ page }) => page))].flatMap(page => {
    const boxes = placed.filter(each => each.page === page).map(({ box }) => box)
    return joinedInLines(boxes).map(box => ({ page, box }))
  })
}

/** An element and all below it, without elements of some types and what is below those. */
function partsOf(element: StructureElement, ...without: readonly string[]): StructureElement[] {
  const kids = element.kids.filter(({ type }) => !without.includes(type))
  return [element, ...kids.flatMap(kid => partsOf(kid, ...without))]
}

/** What a link holds, but for what is said above a word, which Chromium never makes a part of the rectangle. */
function contentOf(pdf: PDFDocument, link: StructureElement): Link['content'] {
  return partsOf(link, 'Link', 'RT').flatMap(({ dict, type, content }) =>
    content.flatMap(entry => {
      const object = pdf.context.lookup(entry)
      const reference = object instanceof PDFDict ? object : undefined
      const page = reference?.get(name('Pg')) ?? dict.get(name('Pg'))
      const mcid = object instanceof PDFNumber ? object.asNumber() : numberAt(reference, 'MCID')
      if (mcid === undefined || !(page instanceof PDFRef)) return []
      return [{ page, mcid, isInForm: reference?.has(name('Stm')) ?? false, isFigure: type === 'Figure' }]
    }),
  )
}

/** Tells where a link shows something: nowhere, where that is not known of a part of it. */
function shownIn(pdf: PDFDocument, links: readonly Link[]): (link: Link) => Placed[] {
  const wanted = new Map<PDFRef, Set<number>>()
  for (const { page, mcid } of links.flatMap(({ content }) => content))
    wanted.set(page, (wanted.get(page) ?? new Set()).add(mcid))
  const drawn = new Map<PDFRef, ReadonlyMap<number, Box[]>>()
  for (const content of pageStreams(pdf)) {
    const { ref } = pdf.getPage(content.page - 1)
    const numbers = wanted.get(ref)
    try {
      if (numbers) drawn.set(ref, drawnBoxes(content, numbers))
    } catch (error) {
      if (!(error instanceof UnreadableContent)) throw error
    }
  }
  return ({ content }) => {
    const isUnknown = content.some(
      ({ page, mcid, isInForm, isFigure }) =>
        isInForm || !drawn.has(page) || (isFigure && !drawn.get(page)?.has(mcid)),
    )
    if (isUnknown) return []
    return content.flatMap(({ page, mcid }) => (drawn.get(page)?.get(mcid) ?? []).map(box => ({ page, box })))
  }
}

function annotationsOf(pdf: PDFDocument, link: StructureElement): Annotation[] {
  return partsOf(link, 'Link').flatMap(({ dict: holder, content }) =>
    content.flatMap(entry => {
      const reference = pdf.context.lookup(entry)
      if (!(reference instanceof PDFDict) || nameAt(reference, 'Type') !== 'OBJR') return []
      const ref = reference.get(name('Obj'))
      const dict = pdf.context.lookup(ref)
      const page = reference.get(name('Pg')) ?? holder.get(name('Pg'))
      if (!(ref instanceof PDFRef && dict instanceof PDFDict && page instanceof PDFRef)) return []
      const [left = 0, bottom = 0, right = 0, top = 0] = listAt(dict, 'Rect').map(each =>
        each instanceof PDFNumber ? each.asNumber() : 0,
      )
      return [{ dict, ref, holder, page, box: { left, bottom, right, top } }]
    }),
  )
}

function remove(pdf: PDFDocument, tree: ParentTree, { dict, ref, holder, page }: Annotation): void {
  const isOther = (entry: PDFObject) => {
    const kid = pdf.context.lookup(entry)
    return entry !== ref && !(kid instanceof PDFDict && kid.get(name('Obj')) === ref)
  }
  for (const [of, key] of [[holder, 'K'] as const, [pdf.context.lookup(page, PDFDict), 'Annots'] as const])
    of.set(name(key), pdf.context.obj(listAt(of, key).filter(isOther)))
  tree.removeObject(dict)
  pdf.context.delete(ref)
}

/** Thousandths of a point are more than can be seen. */
const rounded = (length: number) => Math.round(length * 1000) / 1000

function add(
  pdf: PDFDocument,
  tree: ParentTree,
  link: { readonly dict: PDFDict; readonly ref: PDFRef },
  { page, box }: Placed,
  [key, value]: LinkTarget,
): void {
  const [left, bottom, right, top] = [box.left, box.bottom, box.right, box.top].map(rounded) as [
    number,
    number,
    number,
    number,
  ]
  const annotation = pdf.context.obj({
    ...{ Type: 'Annot', Subtype: 'Link', F: 4, Border: [0, 0, 0], Rect: [left, bottom, right, top] },
    // In the order in which programs read them, which is not the one that table 179 names.
    QuadPoints: [left, top, right, top, left, bottom, right, bottom],
    [key]: value instanceof PDFDict ? value.clone(pdf.context) : value,
  })
  const ref = pdf.context.register(annotation)
  tree.addObject(annotation, link.ref)
  const node = pdf.context.lookup(page, PDFDict)
  node.set(name('Annots'), pdf.context.obj([...listAt(node, 'Annots'), ref]))
  const reference = pdf.context.obj({ Type: 'OBJR', Obj: ref, Pg: page })
  link.dict.set(name('K'), pdf.context.obj([...listAt(link.dict, 'K'), reference]))
}
