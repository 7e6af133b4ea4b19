import type { Element, Root } from 'hast'
import { toString as textOf } from 'hast-util-to-string'
import { SKIP, visit } from 'unist-util-visit'
import type { Report } from '../messages.js'
import { settledDirection } from '../parse/direction-controls.js'

const level = (node: Element) => Number(/^h([1-6])$/.exec(node.tagName)?.[1] ?? 0)

/**
 * Brings headings to the levels of an article, 2 to 4, with none skipped (WCAG technique G141): the title is no heading of
 * the text. The first h1 is the title where the front matter has none, or where it repeats the front matter's.
 *
 * @param title the front matter's title
 * @returns the title, or undefined where there is none
 */
export function settleHeadings(tree: Root, title: string | undefined, report: Report): string | undefined {
  const settled = takeTitle(tree, title)
  const open: number[] = []
  visit(tree, 'element', node => {
    const from = level(node)
    if (from === 0) return
    while ((open.at(-1) ?? 0) >= from) open.pop()
    open.push(from)
    const to = Math.min(open.length + 1, 4)
    if (to === from) return
    node.tagName = `h${to}`
    const reason = `Unexpected heading of level ${from}, expected levels 2 to 4 with none skipped; set as level ${to}`
    report('heading-shifted', reason, node.position)
  })
  return settled
}

function takeTitle(tree: Root, title: string | undefined): string | undefined {
  let found: string | undefined
  visit(tree, 'element', (node, index, parent) => {
    if (found !== undefined) return false
    if (level(node) !== 1 || index === undefined || !parent) return undefined
    const text = wordsOf(node)
    if (title === undefined ? text !== '' : settledDirection(text) === title) {
      found = text
      parent.children.splice(index, 1)
      return [SKIP, index]
    }
    return false
  })
  return title ?? found
}

/** A heading's words; those of its pictures where it has no others, as a logo at the head of a page. */
function wordsOf(node: Element): string {
  const words = textOf(node).replace(/\s+/g, ' ').trim()
  if (words !== '') return words
  const alternatives: string[] = []
  visit(node, 'element', ({ tagName, properties }) => {
    if (tagName === 'img' && typeof properties.alt === 'string') alternatives.push(properties.alt.trim())
  })
  return alternatives.join(' ').trim()
}
