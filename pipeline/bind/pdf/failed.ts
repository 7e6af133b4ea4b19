/**
 * How a print failed: its page crashed, for want of memory often; the browser ended; neither answered in time; something
 * went wrong that the browser did not explain; the document led its page elsewhere; the printer was closed.
 */
export type Failure = 'crashed' | 'ended' | 'hung' | 'unexplained' | 'astray' | 'closed'

/** The browser could not print. */
export class PrintFailed extends Error {
  override readonly name = 'PrintFailed'

  constructor(
    message: string,
    readonly how: Failure = 'unexplained',
    options?: ErrorOptions,
  ) {
    super(message, options)
  }

  /** Whether another browser may do better. */
  get mayPass(): boolean {
    return this.how !== 'astray' && this.how !== 'closed'
  }
}
