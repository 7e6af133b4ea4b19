/** A file that a printed page may ask for. `type` is its media type. */
export interface PrintResource {
  readonly bytes: Uint8Array
  readonly type: string
}
