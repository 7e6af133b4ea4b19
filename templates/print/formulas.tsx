import type { ElementContent } from 'hast'
import type { ArticleElement, ElementName } from '../../pipeline/article.js'
import { formulaEms, mathmlEms } from '../formula-width.js'
import type { Handler } from '../handlers.js'
import { equation as plainEquation, math as plainMath } from '../html/inlines.js'
import type { HtmlState } from '../html/state.js'
import type { Tokens } from '../tokens.js'
import { formulaParts } from './formula-parts.js'
import { withClass } from './handlers.js'
import { textWidth } from './paper.js'
import { measureOf } from './scale.js'

type Html<Name extends ElementName> = Handler<Name, ElementContent, HtmlState>

/** A formula in a line: a long one in parts, and what is longer than the line smaller. */
export const math: Html<'math'> = (node, state) => {
  const parts = formulaParts(node)
  const widest = Math.max(...parts.map(mathmlEms))
  if (parts.length === 1) return plainMath(node, state).map(set => fitted(set, widest))
  return [
    <span role="math" ariaLabel={node.properties.tex}>
      {parts.map(part =>
        fitted(
          <math xmlns="http://www.w3.org/1998/Math/MathML" display="inline">
            {part as readonly ElementContent[]}
          </math>,
          widest,
        ),
      )}
    </span>,
  ]
}

/** A formula on a line of its own, over the whole page where it would be too small in the column. */
export const equation: Html<'equation'> = (node, state) =>
  plainEquation(node, state).map(block => {
    if (block.type !== 'element') return block
    const made = { ...block, children: block.children.map(set => fitted(set, formulaEms(node))) }
    return isWide(node, state.rendering.tokens.paper) ? withClass(made, 'wide') : made
  })

/** What is set smaller than this part of its size is hard to read. */
const readable = 0.75

const isWide = (equation: ArticleElement<'equation'>, paper: Tokens['paper']): boolean =>
  measureOf(paper) < textWidth(paper) && formulaEms(equation) * paper.body * readable > measureOf(paper)

/** So wide a formula fits into any line that there may be. */
const fitsAnywhere = 6

/**
 * A formula of a width in ems, with a size at which it fits into the block around it. What is small can be enlarged on a
 * screen; what is cut off is lost. One that could not be set is code, which breaks.
 */
const fitted = (node: ElementContent, ems: number): ElementContent =>
  ems <= fitsAnywhere || node.type !== 'element' || node.tagName !== 'math'
    ? node
    : {
        ...node,
        properties: {
          ...node.properties,
          className: ['fitted'],
          style: `font-size: min(1em, 100cqi / ${Math.ceil(ems * 10) / 10})`,
        },
      }
