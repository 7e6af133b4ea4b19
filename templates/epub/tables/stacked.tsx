import type { ElementContent } from 'hast'
import type { ArticleElement, ArticleNode } from '../../../pipeline/article.js'
import { vocabulary } from '../../../pipeline/vocabulary.js'
import { globalsOf, type HtmlState, htmlOf } from '../../html/state.js'
import { idIn } from '../../rendering.js'
import { type Cell, gridOf } from '../../table-grid.js'
import { cellsAt, isAcross, isEmpty, type Row, rowMaker } from './rows.js'
import type { TableGrid } from './size.js'

/**
 * Whether a table's rows can stand one below the other and mean the same: each column has a label. The first may be
 * without one, for its cells say what their rows are about; where there is no head at all, each row has a heading that
 * does.
 */
export function canStack({ head, body, foot, columns }: TableGrid): boolean {
  if (columns < 2 || !body.some(row => !isAcross(row, columns))) return false
  if (head.length === 0) return [...body, ...foot].every(row => isAcross(row, columns) || isHeaded(row))
  const labels = Array.from({ length: columns }, (_, x) => cellsAt(head, [x]))
  return (
    labels.every((cells, x) => x === 0 || cells.length > 0) &&
    labels.flat().every(({ children }) => children.every(standsInLine))
  )
}

/** Whether a row begins with what it is called. */
const isHeaded = (row: Row): boolean => row[0]?.cell?.tagName === 'th' && !isEmpty(row[0].cell)

/** A label stands before its value in one line: it may be words and paragraphs of words. */
const standsInLine = (node: ArticleNode): boolean =>
  node.type === 'text' || node.tagName === 'p' || vocabulary[node.tagName].is === 'inline'

/** A table as lists of rows, each row a list of labels and values. */
export function stacked(
  node: ArticleElement<'table'>,
  { head, body, columns }: TableGrid,
  state: HtmlState,
): ElementContent[] {
  const headings = new Set(head.flatMap(row => row.map(({ cell }) => cell)))
  const isHead = (cell: Cell | undefined) => cell !== undefined && headings.has(cell)
  const row = rowMaker({ head, columns, areGrouped: body.some(beginsGroup) }, state)
  const parts = node.children.flatMap((group): ElementContent[] => {
    if (group.tagName === 'caption') return []
    if (group.tagName === 'thead') return [group, ...group.children].flatMap(part => anchor(part, state))
    const rows = gridOf(group.children).flatMap((slots, y) =>
      isHead(slots[0]?.cell) ? [] : row(slots, group.children[y], group.tagName),
    )
    const places = group.children.flatMap(source => (isHead(source.children[0]) ? anchor(source, state) : []))
    const properties = { ...globalsOf(group.properties, state), className: ['rows', group.tagName] }
    return rows.length === 0 ? places : [...places, <ul {...properties}>{rows}</ul>]
  })
  const properties = { ...globalsOf(node.properties, state), className: 'stacked' }
  const caption = node.children.find(child => child.tagName === 'caption')
  if (!caption) return [<div {...properties}>{parts}</div>]
  return [
    <figure {...properties}>
      <figcaption {...globalsOf(caption.properties, state)}>{htmlOf(caption.children, state)}</figcaption>
      {parts}
    </figure>,
  ]
}

/**
 * Whether a row begins with a heading of the rows below it too, and not with its name: it says so, or what names the row
 * comes next.
 */
const beginsGroup = (row: Row): boolean => {
  const [first, next] = row.filter(({ cell }, x) => cell !== row[x - 1]?.cell)
  if (first?.cell?.tagName !== 'th') return false
  const { scope, rowSpan = 1 } = first.cell.properties
  return scope === 'rowgroup' || (rowSpan !== 1 && next?.cell?.tagName === 'th')
}

/** Links to the head, or to a row of it, arrive at the table. */
const anchor = (
  { properties: { id } }: ArticleElement<'thead'> | ArticleElement<'tr'>,
  { rendering, article }: HtmlState,
): ElementContent[] => (id ? [<span id={idIn(rendering, article, id)} />] : [])
