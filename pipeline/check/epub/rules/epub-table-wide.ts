import type { BookRule } from '../checked-book.js'
import { measuredTables } from '../measured-tables.js'
import { kindleFault } from './epub-table.js'

/** More columns may not be readable on a Kobo, e-ink above all (Kobo ePub Guidelines, "Tables": github.com/kobolabs/epub-spec). */
const most = 4

/** A table that stayed one is no wider than small screens show; of one that a Kindle cannot enlarge that is said instead. */
export const epubTableWide: BookRule = ({ book }) =>
  measuredTables(book)
    .filter(table => table.columns > most && kindleFault(table) === undefined)
    .map(({ at, document, columns }) => ({
      reason: `Unexpected table of ${columns} columns, expected at most ${most}: small screens may cut it off; split it, or let it be stacked`,
      at,
      document,
    }))
