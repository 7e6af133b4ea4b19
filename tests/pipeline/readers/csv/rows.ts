import type { CsvReader, CsvRow, NotTaken } from '../../../../pipeline/readers/csv/csv-row.js'
import { type CsvOptions, readCsv } from '../../../../pipeline/readers/csv/read-csv.js'

export const options: CsvOptions = { now: Date.UTC(2026, 2, 14), source: 'import readers.csv' }

/** All rows of a file. */
export async function rowsOf(input: string | Uint8Array, more: Partial<CsvOptions> = {}): Promise<CsvRow[]> {
  const rows: CsvRow[] = []
  for await (const row of readCsv(typeof input === 'string' ? Buffer.from(input) : input, {
    ...options,
    ...more,
  }))
    rows.push(row)
  return rows
}

export const readersIn = (rows: readonly CsvRow[]) =>
  rows.filter((row): row is CsvReader => row.kind === 'reader').map(({ reader }) => reader)

/** Rows that were not taken, as one line each. */
export const faultsIn = (rows: readonly CsvRow[]) =>
  rows
    .filter((row): row is NotTaken => row.kind === 'not-taken')
    .map(
      ({ line, column, why, reason, what }) =>
        `${line}${column ? ` (${column})` : ''} ${why}: ${reason} [${what}]`,
    )
