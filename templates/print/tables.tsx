import type { ElementContent } from 'hast'
import type { AnyElement, ElementName } from '../../pipeline/article.js'
import { elementsNamed, wordsOf } from '../../pipeline/walk.js'
import type { Handler } from '../handlers.js'
import { globalsOf, type HtmlState, htmlOf } from '../html/state.js'
import * as plain from '../html/tables.js'
import { withClass } from './handlers.js'
import { points } from './scale.js'
import { breaksAnywhere, type Cell, isNumber, tableFit, tableSize } from './table-fit.js'

type Html<Name extends ElementName> = Handler<Name, ElementContent, HtmlState>

/** A table, with the way in which it fits into the page as classes, and as a size where it is set smaller. */
export const table: Html<'table'> = (node, state) => {
  const { paper } = state.rendering.tokens
  const isNested = !(state.article.tree.children as readonly unknown[]).includes(node)
  const { wide, size, breaks } = tableFit(node, paper, isNested)
  const names = [wide && 'wide', size !== undefined && 'close', breaks && `breaks-${breaks}`].filter(Boolean)
  // Its lines get closer by less than its letters get smaller.
  const line = size && (paper.leading * 0.85 * (1 + size / (paper.small * tableSize))) / 2
  return [
    <table
      {...globalsOf(node.properties, state)}
      className={names.length > 0 ? (names as string[]) : undefined}
      style={size && line ? `font-size: ${points(size)}; line-height: ${points(line)}` : undefined}
    >
      {htmlOf(
        node.children.filter(part => !isEmptyHead(part)),
        state,
      )}
    </table>,
  ]
}

/** Markdown's tables have a head, whether they need one or not. */
const isEmptyHead = (part: AnyElement): boolean =>
  part.tagName === 'thead' && wordsOf(part).trim() === '' && elementsNamed(part, 'img', 'math').length === 0

const marked = (cell: Cell, nodes: readonly ElementContent[]): ElementContent[] => {
  const name = isNumber(cell) ? 'number' : breaksAnywhere(cell) ? 'long' : undefined
  return nodes.map(made => (made.type === 'element' && name ? withClass(made, name) : made))
}

/** Cells, marked where they are numbers, which break last, or have in them what breaks first. */
export const td: Html<'td'> = (node, state) => marked(node, plain.td(node, state))
export const th: Html<'th'> = (node, state) => marked(node, plain.th(node, state))
