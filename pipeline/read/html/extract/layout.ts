import type { Element, ElementContent, Root } from 'hast'
import { childElements, firstIn, isNamed, rewrite } from '../nodes.js'
import { isWhole } from './document.js'

/** A table that a page was laid out with, and that has one cell in each row now, as what its cells hold. */
export function withoutLayout(article: Root): void {
  rewrite(article, node => {
    if (!isNamed(node, 'table') || isWhole(node)) return undefined
    const rows = rowsOf(node)
    const cells = rows.map(row => childElements(row).filter(cell => isNamed(cell, 'td')))
    if (cells.some(each => each.length > 1) || firstIn(node, at => isNamed(at, 'th', 'caption')))
      return undefined
    return cells.flat().flatMap((cell): ElementContent[] => cell.children)
  })
}

const rowsOf = (node: Element): Element[] =>
  childElements(node).flatMap(child =>
    isNamed(child, 'tr') ? [child] : isNamed(child, 'tbody', 'thead') ? rowsOf(child) : [],
  )
