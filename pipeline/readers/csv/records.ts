import { type CsvError, parse } from 'csv-parse'
import { dialectOf, hasFirstRow, type Separator } from './separator.js'
import { CsvUnreadable } from './unreadable.js'

/** A row as it is written: its cells, and where it begins and ends. */
export interface CsvRecord {
  readonly cells: readonly string[]
  readonly line: number
  /** Another than `line` where a cell holds line breaks. */
  readonly lastLine: number
}

/** Characters of a row at most: a quotation mark that nobody closes would make the rest of the file one cell. */
const longestRow = 64 * 1024

/**
 * The rows of a table (RFC 4180), in the order that they stand in, as many at a time as a piece of the text has. Blank
 * lines are none.
 *
 * @param found is told the separator before the first row
 * @throws CsvUnreadable at the row that cannot be read; those before it are given first
 */
export async function* recordsOf(
  texts: AsyncIterable<string>,
  found: (separator: Separator) => void,
): AsyncGenerator<readonly CsvRecord[]> {
  let start: string | undefined = ''
  let parser: RecordParser | undefined
  for await (const text of texts) {
    if (start === undefined) {
      if (parser) yield await parser.write(text)
      continue
    }
    start += text
    if (!hasFirstRow(start) && start.length < longestRow) continue
    parser = parserFor(start, found)
    yield await parser.write(start)
    start = undefined
  }
  if (start) {
    parser = parserFor(start, found)
    yield await parser.write(start)
  }
  if (parser) yield await parser.end()
  parser?.throwFailure()
}

interface RecordParser {
  /** Parses a piece of the text. @throws CsvUnreadable */
  write(text: string): Promise<readonly CsvRecord[]>
  end(): Promise<readonly CsvRecord[]>
  throwFailure(): void
}

function parserFor(start: string, found: (separator: Separator) => void): RecordParser {
  const { separator, skip } = dialectOf(start)
  found(separator)
  const skippedLines = skip > 0 ? 1 : 0
  let left = skip
  let records: CsvRecord[] = []
  let lastLine = 0
  let emptyLines = 0
  let failure: CsvError | undefined
  /** Where the row begins that is being read, when so many lines were empty. */
  const beginning = (empty: number) => lastLine + 1 + empty - emptyLines

  const parser = parse({
    delimiter: separator,
    record_delimiter: '\n',
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: longestRow,
    // Rows are taken here, not from the stream: a stream that fails throws away the rows before the failure.
    on_record(cells: string[], { lines, empty_lines }) {
      records.push({
        cells,
        line: beginning(empty_lines) + skippedLines,
        lastLine: lines + skippedLines,
      })
      lastLine = lines
      emptyLines = empty_lines
      return null
    },
  })
  parser.on('error', (error: CsvError) => {
    failure ??= error
  })
  parser.resume()

  const throwFailure = () => {
    if (!failure) return
    // The package gives these with each error, and types them as anything.
    const { code, lines, empty_lines, index } = failure as {
      code?: string
      lines?: number
      empty_lines?: number
      index?: number
    }
    const first = beginning(empty_lines ?? emptyLines)
    const line = first + skippedLines
    // Only a cell in quotation marks goes on in another line.
    const isOpen = code === 'CSV_QUOTE_NOT_CLOSED' || (lines ?? first) > first
    throw new CsvUnreadable(
      line,
      isOpen
        ? `Unexpected quotation mark in cell ${(index ?? 0) + 1} of the row at line ${line}, expected another that closes it within ${longestRow} characters; close it, or delete it`
        : `Unexpected row of more than ${longestRow} characters at line ${line}, expected a row of a table; is this a CSV file?`,
    )
  }
  const taken = () => {
    const those = records
    records = []
    return those
  }
  return {
    async write(text) {
      throwFailure()
      const written = left > 0 ? text.slice(left) : text
      left = 0
      await new Promise<void>(resolve => parser.write(written, () => resolve()))
      return taken()
    },
    async end() {
      throwFailure()
      await new Promise<void>(resolve => {
        parser.once('close', resolve)
        parser.end()
      })
      return taken()
    },
    throwFailure,
  }
}
