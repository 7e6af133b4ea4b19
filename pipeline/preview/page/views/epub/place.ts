import type { BookElement, Target } from './book.js'

/** A place that is read in a book, to be found again in another version of it. */
export interface BookPlace {
  /** The path of its document. */
  readonly section: string
  readonly index: number
  /** As EPUB names places (EPUB Canonical Fragment Identifiers 1.1). */
  readonly cfi: string
  /** The words of the block that stands at the beginning, how many of them are before, and which block that is. */
  readonly words: string
  readonly characters: number
  readonly ordinal: number
  /** How far down the block begins, in pixels; it may be above the sight. */
  readonly top: number
}

const blockNames = 'p, h1, h2, h3, h4, h5, h6, li, dt, dd, pre, figcaption, td, th'

/** The place that is read; undefined while nothing is. */
export function placeOf({ book, lastLocation, renderer }: BookElement): BookPlace | undefined {
  const [open] = renderer.getContents()
  if (!open || !lastLocation) return undefined
  const { range, cfi } = lastLocation
  const { startContainer, startOffset } = range
  const at =
    startContainer instanceof (open.doc.defaultView ?? window).Element
      ? (startContainer.childNodes[startOffset] ?? startContainer)
      : startContainer
  const block = elementOf(at)?.closest(blockNames)
  const before = open.doc.createRange()
  if (block) {
    before.setStart(block, 0)
    if (block.contains(startContainer)) before.setEnd(startContainer, startOffset)
  }
  return {
    section: book.sections[open.index]?.id ?? '',
    index: open.index,
    cfi,
    words: wordsOf(block),
    characters: before.toString().length,
    ordinal: block ? [...open.doc.querySelectorAll(blockNames)].indexOf(block) : 0,
    top: (block?.getBoundingClientRect().top ?? 0) - renderer.containerPosition,
  }
}

/** Goes to where the same words stand, or else where they stood. */
export async function goToPlace(view: BookElement, place: BookPlace): Promise<void> {
  const { renderer, book } = view
  const same = book.sections.findIndex(({ id }) => id === place.section)
  const index = Math.max(0, same >= 0 ? same : Math.min(place.index, book.sections.length - 1))
  await renderer.goTo({
    index,
    anchor: document => anchorIn(document, place, view.resolveNavigation(place.cfi)),
  })
  const [open] = renderer.getContents()
  if (!open || !renderer.scrolled) return
  // Foliate lays out again when typefaces are there, and in the frame after, and goes to the beginning of the words.
  await open.doc.fonts.ready
  await frames(2)
  const block = blockIn(open.doc, place)
  if (block) renderer.containerPosition = block.getBoundingClientRect().top - place.top
}

/** Waits until frames were drawn; not for long, since nothing is drawn of a page that is not seen. */
async function frames(count: number): Promise<void> {
  for (let left = count; left > 0; left -= 1)
    await Promise.race([
      new Promise(resolve => requestAnimationFrame(resolve)),
      new Promise(resolve => setTimeout(resolve, 100)),
    ])
}

function anchorIn(document: Document, place: BookPlace, named: Target | undefined | null) {
  const block = blockIn(document, place)
  if (block) return startAt(block, place.characters)
  try {
    return named?.anchor?.(document) ?? 0
  } catch {
    // What the place's name leads through is not there any more.
    return 0
  }
}

/** The block with the same words; of several the one that is nearest to where it was. */
function blockIn(document: Document, { words, ordinal }: BookPlace): Element | undefined {
  const all = [...document.querySelectorAll(blockNames)]
  const distance = (block: Element) => Math.abs(all.indexOf(block) - ordinal)
  const [nearest] = all
    .filter(block => words !== '' && wordsOf(block) === words)
    .sort((a, b) => distance(a) - distance(b))
  return nearest
}

function startAt(block: Element, characters: number): Range {
  const document = block.ownerDocument
  const range = document.createRange()
  range.selectNodeContents(block)
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT)
  let left = characters
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const { length } = node.nodeValue ?? ''
    if (left < length) {
      range.setStart(node, left)
      break
    }
    left -= length
  }
  return range
}

const elementOf = (node: Node): Element | null =>
  node.nodeType === Node.ELEMENT_NODE ? (node as Element) : node.parentElement

const wordsOf = (element: Element | null | undefined): string =>
  (element?.textContent ?? '').replace(/\s+/g, ' ').trim()
