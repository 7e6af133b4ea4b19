import type { BookRule } from '../checked-book.js'
import { type MeasuredTable, measuredTables } from '../measured-tables.js'

/** A table below these can be enlarged on a Kindle (Kindle Publishing Guidelines: kdp.amazon.com/help?topicId=GZ8BAXASXKB5JVML). */
const most = { rows: 100, columns: 10 }

/** A table that stayed one is of a size that a Kindle shows. */
export const epubTable: BookRule = ({ book }) =>
  measuredTables(book).flatMap(table => {
    const reason = kindleFault(table)
    return reason === undefined ? [] : [{ reason, at: table.at, document: table.document }]
  })

/** Why a Kindle cannot enlarge a table; undefined for one that it can. */
export function kindleFault({ rows, columns, holdsTable }: MeasuredTable): string | undefined {
  const kept = 'a Kindle cannot enlarge it'
  if (holdsTable) return `Unexpected table in a table, expected one after the other: ${kept}`
  if (rows >= most.rows)
    return `Unexpected table of ${rows} rows, expected fewer than ${most.rows}: ${kept}; split it`
  if (columns >= most.columns)
    return `Unexpected table of ${columns} columns, expected fewer than ${most.columns}: ${kept}; split it, or let it be stacked`
  return undefined
}
