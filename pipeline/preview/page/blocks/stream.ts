import { lettersOf } from './letters.js'

/** From one letter to before another. */
export interface Range {
  readonly start: number
  readonly end: number
}

/** All that documents say, one after the other. */
export interface Stream {
  /** Letters and digits, as `lettersOf`. */
  readonly letters: string
  /** What each element says of it; nothing of those that say nothing. */
  readonly ranges: ReadonlyMap<Element, Range>
  /** The element that each piece of text stands in, in order. */
  readonly pieces: readonly (Range & { readonly element: Element })[]
}

/** What says nothing to a reader. */
const silent = new Set(['script', 'style', 'template', 'head', 'annotation', 'annotation-xml', 'noscript'])

/** Reads documents, with the words that stand for pictures. */
export function streamOf(documents: readonly ParentNode[]): Stream {
  const letters: string[] = []
  const pieces: (Range & { element: Element })[] = []
  const ranges = new Map<Element, Range>()
  let at = 0

  function say(text: string, element: Element): void {
    const said = lettersOf(text)
    if (said === '') return
    letters.push(said)
    pieces.push({ start: at, end: at + said.length, element })
    at += said.length
  }

  function read(parent: Node, element: Element | undefined): void {
    for (let node = parent.firstChild; node; node = node.nextSibling) {
      if (node.nodeType === 3 && element) say(node.nodeValue ?? '', element)
      if (node.nodeType !== 1) continue
      // Sound: the type says that it is one.
      const inner = node as Element
      const name = inner.localName.toLowerCase()
      if (silent.has(name)) continue
      const start = at
      if (name === 'img') say(inner.getAttribute('alt') ?? '', inner)
      read(inner, inner)
      if (at > start) ranges.set(inner, { start, end: at })
    }
  }

  for (const document of documents) {
    const own = document.nodeType === 1 ? (document as Node as Element) : undefined
    const start = at
    read(document, own)
    if (own && at > start) ranges.set(own, { start, end: at })
  }
  return { letters: letters.join(''), ranges, pieces }
}
