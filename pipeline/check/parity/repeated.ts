import { spaced } from './lost.js'
import type { Passage } from './passages.js'

/** Shorter pieces stand twice for many reasons: a word in a table, a refrain, a name. */
const long = 40

/**
 * The first piece of an article that a rendition has more often than the article: what is printed twice is no loss, but
 * not what was written. Headings may be repeated in a list of contents.
 *
 * @param text as it was read, a line for each block
 */
export function repeatedIn(text: string, passages: readonly Passage[]): Passage | undefined {
  const written = new Map<string, { passage: Passage; times: number }>()
  for (const passage of passages) {
    const words =
      passage.as === 'run' && !passage.isHeading && !passage.isAlternative ? spaced(passage.text) : ''
    if (words.length < long) continue
    written.set(words, { passage, times: (written.get(words)?.times ?? 0) + 1 })
  }
  const read = new Map<string, number>()
  for (const line of text.split('\n')) {
    const words = line.length < long ? '' : spaced(line)
    if (written.has(words)) read.set(words, (read.get(words) ?? 0) + 1)
  }
  for (const [words, { passage, times }] of written) if ((read.get(words) ?? 0) > times) return passage
  return undefined
}
