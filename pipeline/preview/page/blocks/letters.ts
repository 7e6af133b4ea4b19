/**
 * A text as its letters and digits alone: what is left where one format hyphenates, another sets curly marks, and a third
 * cuts lines (Unicode, NFKC: ligatures are letters too).
 */
export const lettersOf = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '')
