/** A file of readers cannot be read from a line on. The message says what was found there and what to do. */
export class CsvUnreadable extends Error {
  override name = 'CsvUnreadable'
  /** The line, from 1. */
  readonly line: number

  constructor(line: number, message: string) {
    super(message)
    this.line = line
  }
}
