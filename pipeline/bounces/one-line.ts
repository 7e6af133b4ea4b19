import { directionControls } from '../parse/direction-controls.js'

/** The most of another server's words that is kept. */
const longest = 300

/** Words from outside in one line, short, without signs that a terminal would obey; undefined where none are left. */
export function oneLine(words: string): string | undefined {
  const plain = words
    .slice(0, 4 * longest)
    .replace(directionControls, '')
    .replace(/[\s\u0000-\u001F\u007F-\u009F]+/g, ' ')
    .trim()
  if (plain === '') return undefined
  return plain.length > longest ? `${plain.slice(0, longest - 1)}…` : plain
}
