import { builtInTags, mergeTagPattern, type TagName } from '../merge-tag.js'

/** A merge tag of a text. */
export interface MergeTag extends TagName {
  /** The tag as it was written. */
  readonly source: string
}

/** Names that may be used, with the default of each where it has one. */
export type MergeTagNames = Pick<ReadonlyMap<string, string | undefined>, 'has' | 'get'>

/** A text in which each merge tag has become a run of private-use characters of the same length. */
export interface MaskedText {
  readonly text: string
  readonly tags: readonly MergeTag[]
  /** Names that look like tags and are not declared, with the offset of the first of each. */
  readonly unknown: ReadonlyMap<string, number>
}

const open = '\uE000'
const fill = '\uE001'
const close = '\uE002'
const digit = 0xe100
const base = 0x400
const mask = /\uE000([\uE100-\uE4FF])([\uE100-\uE4FF])\uE001*\uE002/gu

/**
 * Hides the merge tags, declared or built in, from the Markdown parser, which would end a table cell at a tag's `|`, percent-encode
 * it in a link and curl the quotes of its default. The masks are letters to the parser, and every offset stays true.
 */
export function maskMergeTags(text: string, names: MergeTagNames): MaskedText {
  const tags: MergeTag[] = []
  const unknown = new Map<string, number>()
  const masked = text.replace(
    mergeTagPattern,
    (source, name: string, double?: string, single?: string, curly?: string, offset = 0) => {
      if (!names.has(name) && !builtInTags.has(name)) {
        if (!unknown.has(name)) unknown.set(name, offset)
        return source
      }
      if (tags.length >= base * base) return source
      const fallback = double ?? single ?? curly ?? names.get(name)
      const index = tags.push({ name, source, ...(fallback === undefined ? {} : { default: fallback }) }) - 1
      const digits = String.fromCharCode(digit + Math.floor(index / base), digit + (index % base))
      return open + digits + fill.repeat(source.length - 4) + close
    },
  )
  return { text: masked, tags, unknown }
}

/** The pieces of a masked string: text, and the tags between. */
export function splitMerged(value: string, tags: readonly MergeTag[]): (string | MergeTag)[] {
  const pieces: (string | MergeTag)[] = []
  let end = 0
  for (const match of value.matchAll(mask)) {
    const found = tags[indexOf(match)]
    if (!found) continue
    if (match.index > end) pieces.push(value.slice(end, match.index))
    pieces.push(found)
    end = match.index + match[0].length
  }
  if (end < value.length) pieces.push(value.slice(end))
  return pieces
}

/** The string as it was written: in code, in front matter, in an attribute, a tag is text. */
export const unmasked = (value: string, tags: readonly MergeTag[]): string =>
  tags.length === 0
    ? value
    : value.replace(mask, (whole, high: string, low: string) => tags[number(high, low)]?.source ?? whole)

const number = (high: string, low: string) => (high.charCodeAt(0) - digit) * base + low.charCodeAt(0) - digit
const indexOf = (match: RegExpExecArray) => number(match[1] ?? '', match[2] ?? '')
