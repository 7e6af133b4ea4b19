const embeddings = '\u202A\u202B'
const overrides = '\u202D\u202E'
const isolates = '\u2066\u2067\u2068'
const endOfEmbedding = '\u202C'
const endOfIsolate = '\u2069'

/** Characters that turn the direction of what follows them until another ends that (Unicode UAX 9, 2.1 to 2.5). */
export const directionControls = /[\u202A-\u202E\u2066-\u2069]/g

/** Whether a text could turn what comes after it. */
export const turns = (text: string): boolean => text.search(directionControls) >= 0

/** Reads the texts of one run of words, one after the other, and knows what is still to be ended. */
export interface DirectionReader {
  /** The text without what ends nothing, and without overrides where they are not kept. */
  read(text: string): string
  /** What ends all that was begun and not ended. */
  end(): string
}

/**
 * Keeps a run of words from turning what comes after it. An embedding or isolate that is not ended is ended with the
 * run, as HTML asks (HTML, 3.2.6.5); what ends nothing is left out. So is an override, which shows letters in the order
 * that they are not read in: `:bdo` says the same.
 */
export function directionReader(keepOverrides = false): DirectionReader {
  /** What is owed, innermost last; empty for an override that was left out. */
  let owed: string[] = []
  const read = (sign: string): string => {
    if (isolates.includes(sign)) owed.push(endOfIsolate)
    else if (embeddings.includes(sign)) owed.push(endOfEmbedding)
    else if (overrides.includes(sign)) {
      owed.push(keepOverrides ? endOfEmbedding : '')
      return keepOverrides ? sign : ''
    } else if (sign === endOfIsolate) {
      const begun = owed.lastIndexOf(endOfIsolate)
      if (begun < 0) return ''
      // It ends the embeddings in it as well (UAX 9, X6a).
      owed.length = begun
    } else {
      if (owed.length === 0 || owed.at(-1) === endOfIsolate) return ''
      if (owed.pop() === '') return ''
    }
    return sign
  }
  return {
    read: text => text.replace(directionControls, read),
    end() {
      const signs = owed.reverse().join('')
      owed = []
      return signs
    },
  }
}

/** One run of words that turns nothing after it. */
export function settledDirection(text: string): string {
  if (!turns(text)) return text
  const reader = directionReader()
  return reader.read(text) + reader.end()
}
