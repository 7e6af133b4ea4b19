import type { ElementContent } from 'hast'

/** Words of a message, in which what stands between backticks is code. */
export const said = (words: string): (ElementContent | string)[] =>
  words.split(/`([^`]+)`/).map((part, index) => (index % 2 === 1 ? <code>{part}</code> : part))
