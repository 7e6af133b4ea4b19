/** Characters of a value at most. */
export const longestValue = 2000

/** Why a row is not taken: what was found, and what was expected. */
export interface RowFault {
  readonly reason: string
  /** The heading of the column that is at fault. */
  readonly column?: string
  /** Left out by what the row says, not by a fault. */
  readonly isLeftOut?: boolean
}

/** Ends the reading of a row; `readRow` takes it for its result. */
export class Fault extends Error {
  readonly fault: RowFault
  constructor(reason: string, column?: string, isLeftOut = false) {
    super(reason)
    this.fault = { reason, ...(column === undefined ? {} : { column }), ...(isLeftOut ? { isLeftOut } : {}) }
  }
}
