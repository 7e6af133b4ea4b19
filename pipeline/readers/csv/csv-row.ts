import type { NewReader } from '../reader.js'
import type { Separator } from './separator.js'

/** What a table was recognised as, before its first row. */
export interface CsvHead {
  readonly kind: 'head'
  /** Whose export it is; undefined where it is nobody's that is known. */
  readonly service?: string
  readonly separator: Separator
  readonly hasHeadRow: boolean
  /** Each column and what it becomes: `name`, `attribute city`, `left out`. */
  readonly columns: readonly { readonly heading: string; readonly becomes: string }[]
}

/** A reader, to be added. */
export interface CsvReader {
  readonly kind: 'reader'
  /** The line that the row begins at, from 1. */
  readonly line: number
  readonly reader: NewReader
}

/** A row that is not taken. */
export interface NotTaken {
  readonly kind: 'not-taken'
  readonly line: number
  /** The heading of the column that is at fault. */
  readonly column?: string
  /**
   * - `fault`: something in the row cannot be taken
   * - `duplicate`: an earlier row has the address
   * - `left-out`: the row says itself that nobody is to be added
   */
  readonly why: 'fault' | 'duplicate' | 'left-out'
  /** What was found, what was expected. */
  readonly reason: string
  /** The address, or how the row begins: for people, not for programs. */
  readonly what: string
}

/** What is to be said of the file as a whole. */
export interface CsvNote {
  readonly kind: 'note'
  readonly text: string
}

export type CsvRow = CsvHead | CsvReader | NotTaken | CsvNote
