import type { Element, ElementContent, Root } from 'hast'
import { childElements, type Holder, isUnseen, standIn } from '../nodes.js'

/** Items of a list as a word processor writes them: beside one another, with their level. */
export interface WrittenItem {
  /** From 1. */
  readonly level: number
  readonly ordered: boolean
  readonly items: readonly Element[]
}

/** Items beside one another become lists in one another. */
export function nestLists(tree: Root | Element, itemOf: (node: Element) => WrittenItem | undefined): void {
  const out: ElementContent[] = []
  let open: { level: number; list: Element }[] = []
  for (const child of tree.children as ElementContent[]) {
    const written = child.type === 'element' ? itemOf(child) : undefined
    if (!written) {
      if (!isUnseen(child)) open = []
      if (child.type === 'element') nestLists(child, itemOf)
      out.push(child)
      continue
    }
    open = open.filter(({ level }) => level <= written.level)
    const name = written.ordered ? 'ol' : 'ul'
    let here = open.at(-1)
    if (!here || here.level < written.level || here.list.tagName !== name) {
      const list = standIn(child, name, {})
      const outer = here && here.level < written.level ? childElements(here.list).at(-1) : undefined
      if (outer) outer.children.push(list)
      else {
        out.push(list)
        open = []
      }
      here = { level: written.level, list }
      open.push(here)
    }
    here.list.children.push(...written.items)
  }
  ;(tree as Holder).children = out
}
