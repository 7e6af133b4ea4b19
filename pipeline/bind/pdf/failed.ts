/** The browser could not print: a page crashed, the browser went away, or it took too long. */
export class PrintFailed extends Error {
  override readonly name = 'PrintFailed'
}
