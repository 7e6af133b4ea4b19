import type { Element, ElementContent } from 'hast'
import type { ArticleElement, ArticleNode } from '../../../pipeline/article.js'
import { vocabulary } from '../../../pipeline/vocabulary.js'
import { globalsOf, type HtmlState, htmlOf } from '../../html/state.js'
import { idIn } from '../../rendering.js'
import { type Cell, gridOf, type Slot } from '../../table-grid.js'
import { again } from './again.js'
import type { TableGrid } from './size.js'

type Row = readonly Slot[]

/**
 * Whether a table's rows can stand one below the other and mean the same: each column has a label. The first may be
 * without one, for its cells say what their rows are about.
 */
export function canStack({ head, body, columns }: TableGrid): boolean {
  if (columns < 2 || !body.some(row => !isAcross(row, columns))) return false
  const labels = Array.from({ length: columns }, (_, x) => cellsAt(head, [x]))
  return (
    labels.every((cells, x) => x === 0 || cells.length > 0) &&
    labels.flat().every(({ children }) => children.every(standsInLine))
  )
}

/** A label stands before its value in one line: it may be words and paragraphs of words. */
const standsInLine = (node: ArticleNode): boolean =>
  node.type === 'text' || node.tagName === 'p' || vocabulary[node.tagName].is === 'inline'

/** A table as lists of rows, each row a list of labels and values. */
export function stacked(
  node: ArticleElement<'table'>,
  { head, columns }: TableGrid,
  state: HtmlState,
): ElementContent[] {
  const headings = new Set(head.flatMap(row => row.map(({ cell }) => cell)))
  const isHead = (cell: Cell | undefined) => cell !== undefined && headings.has(cell)
  const row = rowMaker(head, columns, state)
  const parts = node.children.flatMap((group): ElementContent[] => {
    if (group.tagName === 'caption') return []
    if (group.tagName === 'thead') return [group, ...group.children].flatMap(part => anchor(part, state))
    const rows = gridOf(group.children).flatMap((slots, y) =>
      isHead(slots[0]?.cell) ? [] : row(slots, group.children[y]),
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

/** Links to the head, or to a row of it, arrive at the table. */
const anchor = (
  { properties: { id } }: ArticleElement<'thead'> | ArticleElement<'tr'>,
  { rendering, article }: HtmlState,
): ElementContent[] => (id ? [<span id={idIn(rendering, article, id)} />] : [])

/** Makes the rows of a table one after the other. What it said of a label or a cell before, it says again in words alone. */
function rowMaker(head: readonly Row[], columns: number, state: HtmlState) {
  const said = new Set<Cell>()
  let begun = false

  const wordsOf = (cell: Cell): ElementContent[] => {
    const words = contentOf(cell, state)
    if (said.has(cell)) return again(words)
    said.add(cell)
    return words
  }

  const labelOf = (places: readonly number[]): ElementContent[] =>
    cellsAt(head, places).flatMap((cell, index): ElementContent[] => {
      const { id, ...properties } = globalsOf(cell.properties, state)
      const named = said.has(cell) ? properties : { ...properties, ...(id ? { id } : {}) }
      const words = inLine(wordsOf(cell))
      const label = Object.keys(named).length > 0 ? [<span {...named}>{words}</span>] : words
      return index > 0 ? [{ type: 'text', value: ' · ' }, ...label] : label
    })

  const entryOf = (cell: Cell | undefined) => {
    if (!cell) return <dd>–</dd>
    const { id, ...properties } = globalsOf(cell.properties, state)
    const named = said.has(cell) || !id ? properties : { ...properties, id }
    return <dd {...named}>{isEmpty(cell) ? '–' : wordsOf(cell)}</dd>
  }

  return (row: Row, source: ArticleElement<'tr'> | undefined): ElementContent[] => {
    const properties = globalsOf(source?.properties ?? {}, state)
    const cells = [...new Set(row.map(({ cell }) => cell))]
    if (isAcross(row, columns)) {
      const [cell] = cells
      const words = cell ? <div {...globalsOf(cell.properties, state)}>{wordsOf(cell)}</div> : []
      return [
        <li {...properties} className="across">
          {words}
        </li>,
      ]
    }
    const places = Array.from({ length: columns }, (_, x) => x)
    const entries = groupedBy(places, x => row[x]?.cell ?? x).flatMap((at, index): ElementContent[] => {
      const cell = row[at[0] ?? 0]?.cell
      // The first row has all the labels; a gap in a later one says nothing that its absence does not.
      const gap = !cell || (isEmpty(cell) && !cell.properties.id)
      if (begun && gap && index > 0) return []
      const label = labelOf(at)
      return [
        <div className={index === 0 ? 'row-name' : undefined}>
          <dt>{label.length > 0 ? [...label, ':'] : []}</dt> {entryOf(cell)}
        </div>,
      ]
    })
    begun = true
    return [
      <li {...properties}>
        <dl>{entries}</dl>
      </li>,
    ]
  }
}

/** The cells of the head over these columns, each once, without those that say nothing. */
function cellsAt(head: readonly Row[], places: readonly number[]): readonly Cell[] {
  const cells = head.flatMap(row => places.flatMap(x => row[x]?.cell ?? []))
  return [...new Set(cells)].filter(cell => !isEmpty(cell))
}

/** Whether one cell is all of a row: it heads the rows below, or notes something of them. */
const isAcross = (row: Row, columns: number): boolean =>
  row.length === columns && new Set(row.map(({ cell }) => cell)).size === 1

const isEmpty = ({ children }: Cell): boolean =>
  children.every(node => node.type === 'text' && node.value.trim() === '')

/** A cell of one paragraph is its words, which stand beside their label. */
function contentOf({ children }: Cell, state: HtmlState): ElementContent[] {
  const [first, second] = children
  const alone = first?.type === 'element' && first.tagName === 'p' && second === undefined
  return htmlOf(alone && Object.keys(first.properties).length === 0 ? first.children : children, state)
}

/** Paragraphs of a label as words of one line. */
const inLine = (nodes: readonly ElementContent[]): ElementContent[] =>
  nodes.flatMap((node, index): ElementContent[] => {
    if (node.type !== 'element' || node.tagName !== 'p') return [node]
    const line: Element = { ...node, tagName: 'span' }
    return index > 0 ? [{ type: 'text', value: ' ' }, line] : [line]
  })

function groupedBy<Item>(items: readonly Item[], keyOf: (item: Item) => unknown): readonly Item[][] {
  const groups = new Map<unknown, Item[]>()
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item])
  return [...groups.values()]
}
