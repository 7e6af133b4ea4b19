/** A request to another machine. */
export interface HttpRequest {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  /** How long it may take in all. */
  readonly milliseconds: number
  /** The most bytes of an answer that are taken. */
  readonly bytes: number
  readonly signal?: AbortSignal | undefined
}

/** What came back. Where it leads on to another address, nobody has gone there. */
export interface HttpAnswer {
  /** RFC 9110, 15. */
  readonly status: number
  /** @returns null where there is none of that name */
  header(name: string): string | null
  readonly body: Uint8Array
}

/**
 * Why no answer came.
 *
 * - `not-found`, `refused`: there was no connection, so nothing was done
 * - `certificate`: the host is not shown to be whom it should be, and nothing was said to it
 * - `lost`, `late`: the request may have been heard, and done
 * - `too-large`: there was one, of more bytes than are taken
 */
export type NoAnswerKind = 'not-found' | 'refused' | 'certificate' | 'lost' | 'late' | 'too-large'

/** A request without an answer. The message says why, as the end of a sentence. */
export class NoAnswer extends Error {
  override name = 'NoAnswer'

  constructor(
    readonly kind: NoAnswerKind,
    message: string,
  ) {
    super(message)
  }
}

/** Sends a request by POST. @throws NoAnswer; the signal's reason where it is aborted */
export type Post = (request: HttpRequest) => Promise<HttpAnswer>
