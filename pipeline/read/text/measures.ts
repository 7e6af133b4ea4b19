/** Scripts written without spaces between words. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u
const unspacedRun = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/gu
const spacedWord = /[\p{L}\p{N}][\p{L}\p{M}\p{N}'’.-]*/gu
const terminal = /(?:\p{Sentence_Terminal}|…)["'”“’‘»«›‹」』）)\]*]*$/u
const opening = /^["'“‘«»„「『(（[¿¡]+/u

/** How many words a text has; of a script without spaces two characters are one. */
export function countWords(text: string): number {
  const signs = text.match(unspacedRun)?.length ?? 0
  const rest = signs === 0 ? text : text.replace(unspacedRun, ' ')
  return (rest.match(spacedWord)?.length ?? 0) + signs / 2
}

/** Whether a text ends as a sentence does, in any script (Unicode's Sentence_Terminal). */
export const endsSentence = (text: string): boolean => terminal.test(text.trimEnd().slice(-24))

/** Whether a text leads over to what comes after it. */
export const endsInColon = (text: string): boolean => /[:：]["'”’»]?$/u.test(text.trimEnd().slice(-4))

/** Whether the first letter is a small one; false for a script that has none. */
export const startsSmall = (text: string): boolean => /^\p{Ll}/u.test(text.slice(0, 40).replace(opening, ''))

/** Whether the text has letters of two cases. */
export const isCased = (text: string): boolean => /\p{Lu}|\p{Ll}/u.test(text)

/** Whether the text is in a script without spaces between words at the end in question. */
export const isUnspaced = (sign: string | undefined): boolean => sign !== undefined && unspaced.test(sign)

/** The last sentence of a paragraph, as far back as it matters. */
export const lastSentence = (text: string): string =>
  text
    .slice(-400)
    .split(/(?<=[.!?…])[”"’»]?\s+|(?<=[。！？])/u)
    .at(-1) ?? ''

/** A text as a message shows it: one line, of eighty characters at most. */
export function shown(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length > 80 ? `${line.slice(0, 79).trimEnd()}…` : line
}
