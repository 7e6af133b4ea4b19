import { escaped, type Pieces, type Slot } from './pieces.js'

/** What is known of one reader, by the names of tags; null as a database has it. */
export type Values = Readonly<Record<string, string | null | undefined>>

/**
 * A text for one reader. Every value is written as its place asks, so that none can become markup, a link of another
 * kind, another header or a tag; a default stands for a value that is missing, empty or may not stand there.
 *
 * Pure: it can be called for each reader of a list.
 */
export const fill = (pieces: Pieces, values: Values): string =>
  pieces.map(piece => (typeof piece === 'string' ? piece : fillSlot(piece, values))).join('')

/** What stands in one slot for one reader; nothing where neither the value nor the default may stand there. */
export function fillSlot(slot: Slot, values: Values): string {
  const own = Object.hasOwn(values, slot.name) ? values[slot.name] : undefined
  return asWritten(slot, own) || asWritten(slot, slot.default)
}

function asWritten({ context }: Slot, value: string | null | undefined): string {
  if (value === undefined || value === null) return ''
  const line = oneLine(value)
  switch (context) {
    case 'html':
    case 'attribute':
      return escaped(line)
    case 'url':
      return encoded(line)
    case 'href':
      return escaped(address(line))
    case 'address':
      return address(line)
    case 'text':
    case 'header':
      return line
  }
}

/**
 * A value as one line: without control characters, which could end a header (RFC 5322, 2.2), and without those that
 * turn the direction of what follows them (Unicode UAX 9, 2.1 to 2.5).
 */
export const oneLine = (value: string): string =>
  value
    .replace(/[\u0000-\u001F\u007F-\u009F\u2028\u2029]+/g, ' ')
    .replace(/[\u202A-\u202E\u2066-\u2069]/g, '')
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .trim()

/** A part of an address, with every character that could mean something there encoded (RFC 3986, 2.3). */
const encoded = (value: string): string =>
  encodeURIComponent(value).replace(
    /[!'()*]/g,
    character => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )

/** An address that may be led to, or nothing: the schemes are those an article's own links may have. */
function address(value: string): string {
  if (!/^(?:https?|mailto|tel):/i.test(value) || !URL.canParse(value)) return ''
  return value.replace(/[^\u0021-\u007E]+|["'<>\\^`{|}]/g, encoded)
}
