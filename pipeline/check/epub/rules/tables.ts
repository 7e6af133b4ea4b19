import type { Element, ElementContent } from 'hast'
import { type BookFinding, type BookRule, elementsIn } from '../checked-book.js'

/** A table below these can be enlarged on a Kindle (Kindle Publishing Guidelines: kdp.amazon.com/help?topicId=GZ8BAXASXKB5JVML). */
const kindle = { rows: 100, columns: 10 }

/** More columns may not be readable on a Kobo, e-ink above all (Kobo ePub Guidelines, "Tables": github.com/kobolabs/epub-spec). */
const koboColumns = 4

/** A table that stayed one is of a size that e-readers show. Those with labels for each cell are not tables any more. */
export const tables: BookRule = ({ book }) =>
  book.documents.flatMap(document =>
    elementsIn(document.body, 'table').flatMap((at): BookFinding[] => {
      const rows = ownRows(at)
      const columns = Math.max(0, ...rows.map(width))
      const kept = 'a Kindle cannot enlarge it'
      const fault = (reason: string): BookFinding => ({ rule: 'epub-table', reason, at, document })
      if (elementsIn(at.children, 'table').length > 0)
        return [fault(`Unexpected table in a table, expected one after the other: ${kept}`)]
      if (rows.length >= kindle.rows)
        return [
          fault(
            `Unexpected table of ${rows.length} rows, expected fewer than ${kindle.rows}: ${kept}; split it`,
          ),
        ]
      if (columns >= kindle.columns)
        return [
          fault(
            `Unexpected table of ${columns} columns, expected fewer than ${kindle.columns}: ${kept}; split it, or let it be stacked`,
          ),
        ]
      if (columns <= koboColumns) return []
      const reason = `Unexpected table of ${columns} columns, expected at most ${koboColumns}: small screens may cut it off; split it, or let it be stacked`
      return [{ rule: 'epub-table-wide', reason, at, document }]
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
