import type { ArticleElement, ArticleText, MathmlElement } from '../pipeline/article.js'

/** What a sign of a formula takes on the average, in ems, with the space around it. */
const sign = 0.62

/** About how wide a formula is, in ems of the words around it: it has no place to break at. */
export const formulaEms = ({ children }: ArticleElement<'math'> | ArticleElement<'equation'>): number =>
  sum(children.map(signs)) * sign

/** A formula's width in signs: what stands above one another takes the wider of both. */
function signs(node: MathmlElement | ArticleText): number {
  if (node.type === 'text') return node.value.trim().length
  const widths = node.children.map(signs)
  switch (node.tagName) {
    case 'annotation':
    case 'annotation-xml':
      return 0
    case 'mfrac':
    case 'munder':
    case 'mover':
    case 'munderover':
    case 'mtable':
      return Math.max(0, ...widths)
    case 'mtr':
      return sum(widths) + widths.length
    case 'msub':
    case 'msup':
      return (widths[0] ?? 0) + 0.7 * (widths[1] ?? 0)
    case 'msubsup':
      return (widths[0] ?? 0) + 0.7 * Math.max(widths[1] ?? 0, widths[2] ?? 0)
    case 'mo':
      // Space on both sides.
      return sum(widths) + 1
    case 'mspace':
      return 1
    default:
      return sum(widths)
  }
}

const sum = (widths: readonly number[]): number => widths.reduce((total, width) => total + width, 0)
