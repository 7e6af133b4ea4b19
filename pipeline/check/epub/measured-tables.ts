import type { Element, ElementContent } from 'hast'
import type { Book, BookDocument } from '../../../templates/epub/package/book.js'
import { elementsIn } from './checked-book.js'

/** A table of a book that stayed one, with its size. Those with labels for each cell are not tables any more. */
export interface MeasuredTable {
  readonly at: Element
  readonly document: BookDocument
  readonly rows: number
  readonly columns: number
  /** Whether there is a table in it. */
  readonly holdsTable: boolean
}

/** The tables of a book, in the order of reading. */
export const measuredTables = ({ documents }: Book): MeasuredTable[] =>
  documents.flatMap(document =>
    elementsIn(document.body, 'table').map(at => {
      const rows = ownRows(at)
      return {
        at,
        document,
        rows: rows.length,
        columns: Math.max(0, ...rows.map(width)),
        holdsTable: elementsIn(at.children, 'table').length > 0,
      }
    }),
  )

/** The rows of a table, without those of tables inside it. */
const ownRows = ({ children }: Element): Element[] =>
  children.flatMap((node: ElementContent) => {
    if (node.type !== 'element' || node.tagName === 'table') return []
    return node.tagName === 'tr' ? [node] : ownRows(node)
  })

const width = ({ children }: Element): number =>
  children.reduce(
    (sum, cell) => (cell.type === 'element' ? sum + (Number(cell.properties.colSpan) || 1) : sum),
    0,
  )
