import type { PreviewBlock } from '../../blocks/block.js'
import type { Pane } from '../panes.js'
import { align } from './align.js'
import { elementsOf } from './elements.js'
import { streamOf } from './stream.js'

/** A view whose blocks are known. */
export interface LinkedPane {
  readonly pane: Pane
  /** The blocks that it shows, in order, by their ids. */
  readonly order: readonly string[]
  /** What shows a block: several elements where its lines are elements. Empty where it is not there. */
  elements(id: string): readonly Element[]
  /** The block that an element is in. */
  blockAt(element: Element): string | undefined
}

/** Finds the blocks of a text in what a view shows. */
export function linkPane(pane: Pane, blocks: readonly PreviewBlock[]): LinkedPane {
  const stream = streamOf(pane.open.documents())
  const found = new Map<string, readonly Element[]>()
  const byElement = new Map<Element, string>()
  for (const [index, ranges] of align(blocks, stream).entries()) {
    const id = blocks[index]?.id
    const elements = elementsOf(ranges, stream)
    if (id === undefined || elements.length === 0) continue
    found.set(id, elements)
    for (const element of elements) if (!byElement.has(element)) byElement.set(element, id)
  }
  return {
    pane,
    order: [...found.keys()],
    elements: id => found.get(id) ?? [],
    blockAt(element) {
      for (let at: Element | null = element; at; at = at.parentElement) {
        const id = byElement.get(at)
        if (id !== undefined) return id
      }
      return undefined
    },
  }
}
