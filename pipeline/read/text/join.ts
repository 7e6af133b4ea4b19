import type { Line } from './lines.js'
import { isUnspaced } from './measures.js'

/** The lines of a wrapped paragraph as one: a word divided by a soft hyphen is whole again, one by a hyphen keeps it. */
export function joined(lines: readonly Line[]): string {
  const pieces = lines.flatMap(({ text }, index) => {
    const before = lines[index - 1]?.text
    return before === undefined ? [text] : [between(before, text), text]
  })
  return pieces.join('').replace(/\u00AD/g, '')
}

function between(before: string, line: string): string {
  const last = before.at(-1)
  if (last === '\u00AD') return ''
  if (last === '-' && /\p{L}-$/u.test(before.slice(-3)) && /^\p{Ll}/u.test(line)) return ''
  return isUnspaced(last) && isUnspaced(line[0]) ? '' : ' '
}
