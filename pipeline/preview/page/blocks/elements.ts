import type { Range, Stream } from './stream.js'

/** Elements that stand as a block of their own; what is in a line is outlined with the block around it. */
const blockNames = new Set(
  'address article aside blockquote caption center dd details div dl dt figcaption figure h1 h2 h3 h4 h5 h6 img li ol p pre section summary table td th tr ul'.split(
    ' ',
  ),
)

/** An element may say so much besides a block that it stands for: a list's marker, the number of a note. */
const isAbout = (element: Range, block: Range): boolean =>
  element.end - element.start <= 1.25 * (block.end - block.start) + 12

/** Where a block's words stand in an element that has others, which may be so many times as many. */
const isPartOf = (element: Range, block: Range): boolean =>
  element.end - element.start <= 4 * (block.end - block.start) + 200

/** The elements that show what is read in these ranges: one, or those of its lines where text is cut in lines. */
export function elementsOf(ranges: readonly Range[], stream: Stream): readonly Element[] {
  return [...new Set(ranges.flatMap(range => elementsIn(range, stream)))]
}

function elementsIn(range: Range, { pieces, ranges }: Stream): readonly Element[] {
  const first = firstWithin(pieces, range.start)
  const rangeOf = (element: Element | null) => (element ? ranges.get(element) : undefined)
  let around: Element | null = pieces[first]?.element ?? null
  while (around && !covers(rangeOf(around), range)) around = around.parentElement
  const whole = rangeOf(around)
  if (around && whole && isAbout(whole, range)) return [blockOf(around, rangeOf, range)]

  const found: Element[] = []
  for (let index = first; index < pieces.length; index += 1) {
    const piece = pieces[index]
    if (!piece || piece.start >= range.end) break
    const common = Math.min(piece.end, range.end) - Math.max(piece.start, range.start)
    if (2 * common < piece.end - piece.start) continue
    let { element } = piece
    for (let outer = element.parentElement; outer; outer = outer.parentElement) {
      const said = rangeOf(outer)
      if (!said || said.start < range.start || said.end > range.end) break
      element = outer
    }
    const said = rangeOf(element)
    if (said && isPartOf(said, range)) found.push(element)
  }
  return found
}

/** The first piece that reaches beyond a letter. */
function firstWithin(pieces: Stream['pieces'], letter: number): number {
  let low = 0
  let high = pieces.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((pieces[middle]?.end ?? 0) <= letter) low = middle + 1
    else high = middle
  }
  return low
}

const covers = (outer: Range | undefined, inner: Range): boolean =>
  outer !== undefined && outer.start <= inner.start && outer.end >= inner.end

function blockOf(
  element: Element,
  rangeOf: (element: Element | null) => Range | undefined,
  range: Range,
): Element {
  for (let at: Element | null = element; at; at = at.parentElement) {
    const said = rangeOf(at)
    if (!said || !isAbout(said, range)) break
    if (blockNames.has(at.localName.toLowerCase())) return at
  }
  return element
}
