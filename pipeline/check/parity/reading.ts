/** What a reader's program gets out of a rendition. */
export interface Reading {
  /** Its words, alternative texts where pictures stand, in reading order; white space is as it comes. */
  readonly text: string
  /** Where its links lead, as written, in reading order. */
  readonly links: readonly string[]
}

/** Readings one after another. */
export const joinedReadings = (readings: readonly Reading[]): Reading => ({
  text: readings.map(({ text }) => text).join('\n'),
  links: readings.flatMap(({ links }) => links),
})
