import type { Encoding } from '../../read/encoding.js'
import { addressKey } from '../address.js'
import { type NewReader, type ReaderState, readerStates } from '../reader.js'
import { shown } from '../shown.js'
import { becomes, type Columns, columnsByRow, columnsOf, isAddress, shownHead } from './columns.js'
import type { CsvHead, CsvReader, CsvRow, NotTaken } from './csv-row.js'
import { type CsvRecord, recordsOf } from './records.js'
import { readRow } from './row.js'
import type { Separator } from './separator.js'
import { type Chunks, textOf } from './text.js'
import { CsvUnreadable } from './unreadable.js'

/** How a file of readers is read. */
export interface CsvOptions {
  /** Now, as milliseconds since 1970: since when readers are on the list whose row does not say it. */
  readonly now: number
  /** Where the file's readers come from, as consent says it: `import readers.csv`. */
  readonly source: string
  /** The file's name without its folder; services tell by it what is in the file. */
  readonly file?: string
  /** The state of readers whose row does not say it; `active` by default. */
  readonly state?: ReaderState
  /** Rows at most; 1,000,000 by default. */
  readonly mostRows?: number
}

const defaultMostRows = 1_000_000
/** Columns at most. */
const mostColumns = 500
/** Bytes of a file that is there as a whole, read at a time. */
const slice = 64 * 1024

/**
 * Reads a list of readers, row by row: what the table was recognised as, then for each row a reader or why there is none,
 * and anywhere between what is to be noted of the file. No row is passed over silently, but those without any cell. Memory does not grow with the file, but by the
 * addresses: of those with the same `addressKey`, the first row counts.
 *
 * The encoding, the separator, the order of the columns and whose export it is are told by the file itself.
 *
 * @throws CsvUnreadable where the rest cannot be read; the rows before have been given
 */
export async function* readCsv(
  input: Uint8Array | Chunks,
  { now, source, file = '', state = 'active', mostRows = defaultMostRows }: CsvOptions,
): AsyncGenerator<CsvRow, void> {
  let encoding: Encoding | undefined
  let separator: Separator = ','
  const texts = textOf(input instanceof Uint8Array ? slices(input) : input, found => {
    encoding = found
  })
  const rows = recordsOf(texts, found => {
    separator = found
  })
  const seen = seenAddresses()
  let columns: Columns | undefined
  let head: CsvRecord | undefined
  let count = 0

  /** Takes the table's beginning for what it is; the rows of it that are readers are left. */
  const begin = (first: CsvRecord, second: CsvRecord | undefined): readonly CsvRecord[] => {
    if (first.cells.length > mostColumns) {
      throw new CsvUnreadable(
        first.line,
        `Unexpected ${first.cells.length} columns, expected at most ${mostColumns}`,
      )
    }
    const hasHeadRow = !first.cells.some(isAddress)
    columns = hasHeadRow ? columnsOf(first.cells, second?.cells) : columnsByRow(first.cells)
    if (!columns) {
      throw new CsvUnreadable(
        first.line,
        `Unexpected head row ${shownHead(first.cells)}, expected a column that is called email`,
      )
    }
    return [...(hasHeadRow ? [] : [first]), ...(second ? [second] : [])]
  }
  const headRow = (table: Columns, first: CsvRecord): CsvHead => ({
    kind: 'head',
    ...(table.service ? { service: table.service.name } : {}),
    separator,
    hasHeadRow: table.headings === first.cells,
    columns: table.headings.map((heading, index) => ({ heading, becomes: becomes(table, index) })),
  })
  const one = (record: CsvRecord, table: Columns): CsvReader | NotTaken | undefined => {
    if (record.cells.every(cell => cell.trim() === '')) return undefined
    count += 1
    if (count > mostRows) {
      throw new CsvUnreadable(
        record.line,
        `Unexpected row ${count}, expected at most ${mostRows}; divide the file`,
      )
    }
    const from =
      table.service && table.service.name !== 'Trifold' ? `${table.service.name}, ${source}` : source
    const reader = readRow(record, table, { state, since: now, source: from, file })
    const what = shown(
      (record.cells[table.ofRole.email[0] ?? 0] ?? '').trim() || record.cells.join(' ').trim(),
    )
    if ('reason' in reader) {
      const { isLeftOut, ...fault } = reader
      return { kind: 'not-taken', line: record.line, why: isLeftOut ? 'left-out' : 'fault', ...fault, what }
    }
    const earlier = seen(reader, record.line)
    if (earlier) {
      const states =
        earlier.state === reader.state ? '' : `, which says ${earlier.state} where this says ${reader.state}`
      return {
        kind: 'not-taken',
        line: record.line,
        why: 'duplicate',
        reason: `Unexpected second row for one address, the first is at line ${earlier.line}${states}`,
        what,
      }
    }
    return { kind: 'reader', line: record.line, reader }
  }

  function* all(records: readonly CsvRecord[], isEnd: boolean): Generator<CsvRow> {
    if (encoding?.guessed) {
      yield {
        kind: 'note',
        text: `Unexpected bytes that are not UTF-8, read as ${encoding.name}; look whether the letters are right, and save the file as UTF-8`,
      }
      encoding = undefined
    }
    let rest = records
    if (!columns) {
      const [first, second] = head ? [head, ...records] : records
      if (!first) return
      // Until there is a row below the head, nobody knows which column has addresses.
      if (!second && !isEnd) {
        head = first
        return
      }
      const given = begin(first, second)
      rest = [...given, ...records.slice(head ? 1 : 2)]
      if (columns) yield headRow(columns, first)
    }
    for (const record of rest) {
      const row = columns && one(record, columns)
      if (row) yield row
    }
  }

  for await (const records of rows) yield* all(records, false)
  if (!columns) yield* all([], true)
  if (!columns)
    throw new CsvUnreadable(1, 'Unexpected empty file, expected a row of headings and rows of readers')
}

function* slices(bytes: Uint8Array): Generator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += slice) yield bytes.subarray(from, from + slice)
}

/** Tells of an address whether a row had it before, and notes it where none had: one number for each, for there are many. */
function seenAddresses() {
  const rows = new Map<string, number>()
  return ({ email, state }: NewReader, line: number): { line: number; state: ReaderState } | undefined => {
    const key = addressKey(email)
    const row = rows.get(key)
    if (row === undefined) {
      rows.set(key, line * readerStates.length + readerStates.indexOf(state))
      return undefined
    }
    return {
      line: Math.floor(row / readerStates.length),
      state: readerStates[row % readerStates.length] ?? 'active',
    }
  }
}
