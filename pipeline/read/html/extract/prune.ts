import type { Element, ElementContent, Root } from 'hast'
import { linked } from '../markup/quotations.js'
import { isNamed, isUnseen, wordsOf } from '../nodes.js'
import { isWhole } from './document.js'

/**
 * The tree of what was kept. An extractor says which elements belong to the article; their order, attributes and places
 * are the page's own, which it would have changed. What it dropped between two things it kept is the article's all the
 * same, when it is a heading, a list or a picture and not one of links.
 */
export function pruned(body: Root, kept: ReadonlySet<Element>): Root {
  const below = new Map<Element, boolean>()
  const holds = (node: Element): boolean => {
    const known = below.get(node)
    if (known !== undefined) return known
    const found = kept.has(node) || node.children.some(child => child.type === 'element' && holds(child))
    below.set(node, found)
    return found
  }
  const cut = <Node extends Root | Element>(node: Node): Node => {
    const own = node.type === 'element' && kept.has(node)
    const places = node.children.map(child => child.type === 'element' && holds(child))
    const [first, last] = [places.indexOf(true), places.lastIndexOf(true)]
    const between = places.filter(Boolean).length >= 2
    const children = (node.children as ElementContent[]).flatMap((child, index): ElementContent[] => {
      if (child.type === 'text') return own || isUnseen(child) ? [child] : []
      if (child.type !== 'element') return []
      if (isWhole(child) && holds(child)) return [child]
      if (holds(child)) return [cut(child)]
      if (own && !between && isNamed(child, ...inline)) return [child]
      if (!between) return []
      const inner = alone(child)
      const taken = index < first ? leads(inner) : index > last ? follows(inner) : belongs(inner)
      return taken ? [child] : []
    })
    return { ...node, children }
  }
  return cut(body)
}

/** What of running text an extractor takes out of a line that it keeps; a line is kept whole. */
const inline =
  'a abbr b bdi bdo br cite code del dfn em i img ins kbd mark q rp rt ruby s small span strong sub sup time u var wbr'.split(
    ' ',
  )

function belongs(node: Element): boolean {
  if (isWhole(node) || isNamed(node, 'h2', 'h3', 'h4', 'blockquote', 'img', 'hr')) return true
  return isNamed(node, 'p', 'ul', 'ol') && wordsOf(node) !== '' && linked(node) < 0.5
}

/** What a wrapper is around, where that is one element; site builders put each block into some. */
function alone(node: Element): Element {
  let at = node
  while (isNamed(at, 'div', 'section', 'p')) {
    const seen = at.children.filter(child => !isUnseen(child))
    const [only] = seen
    if (seen.length !== 1 || only?.type !== 'element') break
    at = only
  }
  return at
}

/** A card, a table or the like below the last words that were kept; pictures there are of other articles. */
const follows = (node: Element) =>
  isNamed(node, 'tf-embed', 'tf-equation', 'tf-pullquote', 'tf-button', 'pre', 'math') ||
  (isWhole(node) && isNamed(node, 'table'))

/** A picture above the first words that were kept. */
const leads = (node: Element) => isNamed(node, 'figure', 'tf-embed') && linked(node) < 0.3
