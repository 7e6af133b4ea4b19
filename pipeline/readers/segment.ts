import type { Reader } from './reader.js'

/** Which readers get something, by what the list knows of them. */
export interface Segment {
  /** As it was written: `tag:members and lang:de`. */
  readonly source: string
  has(reader: Pick<Reader, 'tags' | 'attributes'>): boolean
}
