/** A passage of the text that stands by itself: what a click selects, and two views are held together by. */
export interface PreviewBlock {
  /** Its own within the issue, until the next build. */
  readonly id: string
  /** The file that it is written in, as messages name it. */
  readonly file: string
  /** The lines that it is written on, from 1; the last is one of them. */
  readonly line: number
  readonly endLine: number
  /** The element that it is: a name of the vocabulary, or a key of the front matter. */
  readonly kind: string
  /** What is read of it. */
  readonly text: string
  /** What some formats have for its text: a formula's source, where that is a picture. */
  readonly orText?: string
}
