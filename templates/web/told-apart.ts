import type { ElementContent } from 'hast'
import type { Article } from '../../pipeline/article.js'
import { titleId } from '../rendering.js'

/**
 * The same with the names of its landmarks followed by the article's title: on a page of several articles there are as
 * many `Notes`, and who hears the page goes from one to the next by their names (WAI-ARIA 1.2, 5.3.4).
 */
export function toldApart(node: ElementContent, article: Article): ElementContent {
  if (node.type !== 'element') return node
  const { tagName, properties } = node
  const children = node.children.map(child => toldApart(child, article))
  if (tagName !== 'section' && tagName !== 'nav') return { ...node, children }
  const { ariaLabelledBy: by, ariaLabel: label } = properties
  if (by) {
    const own = Array.isArray(by) ? by : [String(by)]
    return { ...node, children, properties: { ...properties, ariaLabelledBy: [...own, titleId(article)] } }
  }
  if (!label) return { ...node, children }
  return { ...node, children, properties: { ...properties, ariaLabel: `${label}: ${article.meta.title}` } }
}
