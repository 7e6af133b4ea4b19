import { fontsOf } from '../content/fonts.js'
import { UnreadableContent } from '../content/operators.js'
import { readingOrder } from '../content/reading-order.js'
import { type ContentStream, pageStreams, readStream } from '../content/streams.js'
import { rightToLeft, type VisualText, visualTexts } from '../content/visual-text.js'
import { listAt, name } from '../objects.js'
import { ParentTree } from '../parent-tree.js'
import { PDFArray, PDFDict, type PDFDocument, PDFHexString, PDFRef } from '../pdf-lib.js'
import { isContent } from './divided-words.js'

/**
 * Tells the structure how words from the right are read: Chromium draws each line from the left to the right, so that in
 * the order of the content the last letter comes first, where ISO 32000-1, 14.8.2.3, asks for the order of reading. Each
 * such text gets its words as a replacement of its element (14.9.4). The content stays as it is: programs that read by
 * place turn such words round themselves.
 *
 * @param words of the document, as they are read
 */
export function sayRightToLeft(pdf: PDFDocument, words: string): void {
  if (!rightToLeft.test(words)) return
  const tree = new ParentTree(pdf)
  const read = readingOrder(words)
  for (const content of pageStreams(pdf)) {
    for (const [mcid, text] of textsOf(content)) {
      const said = read(text)
      if (said !== undefined) replaceText(pdf, tree, content.page, mcid, said)
    }
  }
}

function textsOf(content: ContentStream): ReadonlyMap<number, VisualText> {
  try {
    return visualTexts(readStream(content.stream), fontsOf(content))
  } catch (error) {
    // A page that nobody can read is told of by the one who rewrites it.
    if (error instanceof UnreadableContent) return new Map()
    throw error
  }
}

/** Gives content of a page, from 1, a text in its place: its element's, or one of its own where that has more. */
function replaceText(pdf: PDFDocument, tree: ParentTree, page: number, mcid: number, text: string): void {
  const { node, ref } = pdf.getPage(page - 1)
  const list = tree.lookup(node, 'StructParents')
  if (!(list instanceof PDFArray)) return
  const parent = list.get(mcid)
  const element = list.lookup(mcid)
  if (!(parent instanceof PDFRef && element instanceof PDFDict)) return
  const kids = listAt(element, 'K')
  const own = kids.filter(kid => isContent(pdf.context.lookup(kid), mcid, element, ref))
  if (own.length === 0) return
  const replacement = PDFHexString.fromText(text)
  if (kids.length === 1) {
    element.set(name('ActualText'), replacement)
    return
  }
  const span = pdf.context.register(
    pdf.context.obj({ Type: 'StructElem', S: 'Span', P: parent, Pg: ref, K: own }),
  )
  pdf.context.lookup(span, PDFDict).set(name('ActualText'), replacement)
  list.set(mcid, span)
  element.set(name('K'), pdf.context.obj(kids.map(kid => (kid === own[0] ? span : kid))))
}
