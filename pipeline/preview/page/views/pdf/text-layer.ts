import type { PDFPageProxy } from 'pdfjs-dist'
import { h } from '../../dom.js'
import { pdfJs } from './document.js'
import { blocksOf, contentsOf, tagsOf } from './tags.js'

/**
 * The words of a page where they stand on it, as pdf.js places them, to be selected and found. What the PDF's tags hold
 * together is a paragraph here, so that a block of the text is an element with a box of its own.
 */
export async function layText(page: PDFPageProxy, into: HTMLElement): Promise<void> {
  const { TextLayer } = await pdfJs()
  const viewport = page.getViewport({ scale: 1 })
  const laid = new TextLayer({
    textContentSource: page.streamTextContent({ includeMarkedContent: true }),
    container: into,
    viewport,
  })
  await laid.render()
  const tags = await tagsOf(page)
  for (const tag of blocksOf(tags)) {
    const parts = contentsOf(tag).flatMap(id => into.querySelector(`#${CSS.escape(id)}`) ?? [])
    gather(into, parts, tag.role, viewport)
  }
  into.append(h('div', { class: 'end-of-text' }))
}

/** @param size the page's, in points */
function gather(
  layer: HTMLElement,
  parts: readonly Element[],
  role: string,
  { width, height }: { width: number; height: number },
): void {
  const runs = parts.flatMap(part => [...part.querySelectorAll<HTMLElement>('span:not(.markedContent)')])
  const [first] = parts
  if (!first || runs.length === 0) return
  const origin = layer.getBoundingClientRect()
  const scale = origin.width / width
  // Nothing has a place where nothing is laid out.
  if (scale === 0) return
  const boxes = runs.map(run => run.getBoundingClientRect())
  const left = (Math.min(...boxes.map(box => box.left)) - origin.left) / scale
  const top = (Math.min(...boxes.map(box => box.top)) - origin.top) / scale
  const right = (Math.max(...boxes.map(box => box.right)) - origin.left) / scale
  const bottom = (Math.max(...boxes.map(box => box.bottom)) - origin.top) / scale
  const block = h('p', { class: 'block', 'data-tag': role })
  Object.assign(block.style, {
    left: scaled(left),
    top: scaled(top),
    width: scaled(right - left),
    height: scaled(bottom - top),
  })
  for (const run of runs) {
    // pdf.js says them as parts of the page.
    run.style.left = scaled((Number.parseFloat(run.style.left) / 100) * width - left)
    run.style.top = scaled((Number.parseFloat(run.style.top) / 100) * height - top)
  }
  first.before(block)
  block.append(...parts)
  // A line's end parts words, which a break does not for who asks for the text.
  for (const end of block.querySelectorAll('br'))
    if (isBefore(end, runs[0])) end.remove()
    else end.replaceWith(' ')
}

const isBefore = (node: Node, other: Node | undefined): boolean =>
  other !== undefined && (node.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0

const scaled = (points: number) => `calc(var(--total-scale-factor) * ${points.toFixed(3)}px)`
