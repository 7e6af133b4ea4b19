import type { Element, ElementContent } from 'hast'
import type { ArticleElement } from '../../../pipeline/article.js'
import { globalsOf, type HtmlState, htmlOf } from '../../html/state.js'
import type { Cell, Slot } from '../../table-grid.js'
import { again } from './again.js'

export type Row = readonly Slot[]

interface Grid {
  readonly head: readonly Row[]
  readonly columns: number
  /** Whether the first column has headings of several rows: each stands before its rows, and the next cell names a row. */
  readonly areGrouped: boolean
}

/** Makes the rows of a table one after the other. What it said of a label or a cell before, it says again in words alone. */
export function rowMaker({ head, columns, areGrouped }: Grid, state: HtmlState) {
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

  /** What a row is called, and the cells behind it in their order: there are no labels. */
  const headedRow = (cells: readonly (Cell | undefined)[]) => {
    const [heading, ...values] = cells
    const { id, ...properties } = globalsOf(heading?.properties ?? {}, state)
    const named = !heading || said.has(heading) || !id ? properties : { ...properties, id }
    return (
      <div className="row-name headed">
        <dt {...named}>{heading ? [...inLine(wordsOf(heading)), ':'] : []}</dt>
        {values.map(entryOf)}
      </div>
    )
  }

  /** The heading of several rows, once before them. */
  const groupHeading = (cell: Cell): ElementContent => {
    const label = labelOf([0])
    const properties = globalsOf(cell.properties, state)
    return (
      <li className="across">
        <div {...properties}>
          {label.length > 0 ? [<span className="group-label">{label}:</span>, ' '] : []}
          {wordsOf(cell)}
        </div>
      </li>
    )
  }

  return (row: Row, source: ArticleElement<'tr'> | undefined, group: string): ElementContent[] => {
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
    if (head.length === 0) {
      return [
        <li {...properties}>
          <dl>{headedRow(cells)}</dl>
        </li>,
      ]
    }
    const [first] = row
    const heading =
      areGrouped && group === 'tbody' && first?.cell && !isEmpty(first.cell) ? first.cell : undefined
    const above = heading && !said.has(heading) ? [groupHeading(heading)] : []
    const places = Array.from({ length: columns }, (_, x) => x).filter(
      x => heading === undefined || row[x]?.cell !== heading,
    )
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
      ...above,
      <li {...properties}>
        <dl>{entries}</dl>
      </li>,
    ]
  }
}

/** The cells of the head over these columns, each once, without those that say nothing. */
export function cellsAt(head: readonly Row[], places: readonly number[]): readonly Cell[] {
  const cells = head.flatMap(row => places.flatMap(x => row[x]?.cell ?? []))
  return [...new Set(cells)].filter(cell => !isEmpty(cell))
}

/** Whether one cell is all of a row: it heads the rows below, or notes something of them. */
export const isAcross = (row: Row, columns: number): boolean =>
  row.length === columns && new Set(row.map(({ cell }) => cell)).size === 1

export const isEmpty = ({ children }: Cell): boolean =>
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
