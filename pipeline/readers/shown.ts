/** At most so many characters of what somebody wrote stand in a message. */
const longest = 60

/**
 * What somebody else wrote, as a message shows it: in quotation marks, cut where it is long, and what cannot be seen or
 * could move a terminal's cursor by its number.
 */
export function shown(written: string): string {
  const start = written.slice(0, longest)
  const cut = written.length > longest ? `${start.replace(/[\uD800-\uDBFF]$/, '')}…` : start
  return `"${cut.replace(/[\p{C}\u2028\u2029]/gu, sign => codePoint(sign))}"`
}

/** A character by its number: `U+200B`. */
export const codePoint = (sign: string): string =>
  `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
