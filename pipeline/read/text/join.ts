import type { Line } from './lines.js'
import { isUnspaced } from './measures.js'

/** The lines of a wrapped paragraph as one: a word divided by a soft hyphen is whole again, one by a hyphen keeps it. */
export function joined(lines: readonly Line[]): string {
  let text = ''
  for (const { text: line } of lines) text += text === '' ? line : gapBefore(line, text) + line
  return text.replace(/\u00AD/g, '')
}

function gapBefore(line: string, text: string): string {
  const last = text.at(-1)
  if (last === '\u00AD') return ''
  if (last === '-' && /\p{L}-$/u.test(text.slice(-3)) && /^\p{Ll}/u.test(line)) return ''
  return isUnspaced(last) && isUnspaced(line[0]) ? '' : ' '
}
