import type { Element, Root } from 'hast'
import { toString as textOf } from 'hast-util-to-string'
import { SKIP, visit } from 'unist-util-visit'
import type { Report } from '../messages.js'

const level = (node: Element) => Number(/^h([1-6])$/.exec(node.tagName)?.[1] ?? 0)

/**
 * Brings headings to the levels of an article, 2 to 4: the title is no heading of the text. The first h1 is the title
 * where the front matter has none, or where it repeats the front matter's; any other h1 shifts all down by one.
 *
 * @param title the front matter's title
 * @returns the title, or undefined where there is none
 */
export function settleHeadings(tree: Root, title: string | undefined, report: Report): string | undefined {
  const settled = takeTitle(tree, title)
  const headings: Element[] = []
  visit(tree, 'element', node => {
    if (level(node) > 0) headings.push(node)
  })
  const shift = headings.some(node => level(node) === 1) ? 1 : 0
  for (const node of headings) {
    const from = level(node)
    const to = Math.min(from + shift, 4)
    if (to === from) continue
    node.tagName = `h${to}`
    report(
      'heading-shifted',
      `Unexpected heading of level ${from}, expected 2 to 4; set as level ${to}`,
      node.position,
    )
  }
  return settled
}

function takeTitle(tree: Root, title: string | undefined): string | undefined {
  let found: string | undefined
  visit(tree, 'element', (node, index, parent) => {
    if (found !== undefined) return false
    if (level(node) !== 1 || index === undefined || !parent) return undefined
    const text = wordsOf(node)
    if (title === undefined ? text !== '' : text === title) {
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
