import type { Element, Root } from 'hast'
import type { Report } from '../../../messages.js'
import { linked } from '../markup/quotations.js'
import { countWords, elementsIn, isNamed, shown, wordsOf } from '../nodes.js'
import { isWhole } from './document.js'
import type { Extracted } from './extract.js'

/** Paragraphs that were left out and might have been the article's; one is told of each, and no more than these. */
const mostTold = 5
/** Words of a paragraph that is hardly navigation. */
const prose = 25

/** Says what of a page is not in its article: how many words, and the paragraphs that a person should look at. */
export function reportLost(body: Root, article: Root, by: Extracted['by'], report: Report): void {
  const kept = new Set([...elementsIn(article)].map(placeOf))
  const lost = blocksIn(body).filter(node => !kept.has(placeOf(node)) && wordsOf(node) !== '')
  const words = lost.reduce((sum, node) => sum + countWords(wordsOf(node)), 0)
  if (words === 0) return
  report(
    'html-furniture',
    `Unexpected page around the article, ${words} words left out, of which the first are \`${shown(wordsOf(lost[0] as Element))}\`; ${by} told the two apart`,
  )
  const paragraphs = lost.filter(
    node => isNamed(node, 'p', 'blockquote') && countWords(wordsOf(node)) >= prose && linked(node) < 0.3,
  )
  for (const node of paragraphs.slice(0, mostTold)) {
    report(
      'html-furniture',
      `Unexpected paragraph beside the article, \`${shown(wordsOf(node))}\`, left out; copy it in if it belongs there`,
      node.position,
    )
  }
}

const placeOf = (node: Element) => `${node.tagName} ${node.position?.start.offset}`

const blocks = ['p', 'li', 'h1', 'h2', 'h3', 'h4', 'blockquote', 'td', 'th', 'a']

/** The outermost blocks of text. */
function blocksIn(tree: Root | Element): Element[] {
  return tree.children.flatMap((child): Element[] => {
    if (child.type !== 'element') return []
    return isNamed(child, ...blocks) || isWhole(child) ? [child] : blocksIn(child)
  })
}
