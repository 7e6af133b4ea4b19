/** A text in one line of at most so many letters, cut after a word, with an ellipsis. */
export function shortened(text: string, letters: number): string {
  const line = text.replace(/\s+/g, ' ').trim()
  if (lettersOf(line) <= letters) return line
  let start = ''
  let room = letters - 1
  for (const { segment } of graphemes.segment(line)) {
    room -= lettersOf(segment)
    if (room < 0) break
    start += segment
  }
  return `${start.replace(/\s+\S{0,20}$/, '').replace(/[\s,;:.–—-]+$/, '')}…`
}

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' })

/** The width of a text in letters: what is as wide as it is high counts for two (UAX 11, roughly). */
export const lettersOf = (text: string): number => (simple.test(text) ? text.length : segmentsOf(text))

/** Text in which each sign is a letter by itself. */
const simple = /^[\u0020-\u02ff\u2010-\u2027]*$/

const segmentsOf = (text: string): number =>
  [...graphemes.segment(text)].reduce(
    (sum, { segment }) =>
      sum + (/^[\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7ff\uf900-\ufaff\uff00-\uff60]/.test(segment) ? 2 : 1),
    0,
  )
