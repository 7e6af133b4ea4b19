import stringWidth from 'string-width'
import { mergeTagSource } from '../../../pipeline/merge-tag.js'
import { replaceTokens } from '../../merge-token.js'

/**
 * The width of a text as a terminal or a plain-text reader draws it: a Chinese or Japanese character has two columns. A
 * merge tag is as wide as its default, the nearest to a reader's own value that is known here.
 */
export const columnsOf = (text: string): number =>
  // An ideograph is by far the most common piece of a Chinese or Japanese text, and measuring costs more than knowing.
  text.length === 1 && ideograph.test(text)
    ? 2
    : stringWidth(replaceTokens(text, tag => tag.default ?? mergeTagSource(tag)))

/** Characters between which a line may break without a space (UAX 14, class ID, and the kana). */
const ideograph = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]/u
/** What may not begin a line, and what may not end one (UAX 14, classes CL, EX, NS and OP; JIS X 4051). */
const closing =
  /[、。，．・：；？！゛゜ヽヾゝゞ々ー’”）〕］｝〉》」』】ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ…‥%)\].,!?:;]/u
const opening = /[‘“（〔［｛〈《「『【(]/u

/** A piece that holds together, and whether a space is before it. */
interface Piece {
  readonly text: string
  readonly columns: number
  readonly spaced: boolean
}

/**
 * Breaks a text into lines of at most `width` columns, at spaces and between ideographs. A line break in it stays. A
 * longer word, an address say, has a line of its own, whole. No-break spaces hold, and are plain spaces afterwards.
 */
export const wrap = (text: string, width: number): string =>
  text
    .split('\n')
    .map(line => wrapLine(line, width))
    .join('\n')
    .replaceAll('\u00A0', ' ')
    .replaceAll('\u202F', ' ')

function wrapLine(line: string, width: number): string {
  const lines: string[] = []
  let current = ''
  let columns = 0
  for (const piece of piecesOf(line)) {
    const gap = piece.spaced && current !== '' ? 1 : 0
    if (current !== '' && columns + gap + piece.columns > width) {
      lines.push(current)
      current = ''
      columns = 0
    } else if (gap > 0) {
      current += ' '
      columns += 1
    }
    current += piece.text
    columns += piece.columns
  }
  return [...lines, current].join('\n')
}

function piecesOf(line: string): Piece[] {
  return line
    .split(/[ \t]+/)
    .flatMap(word =>
      word === ''
        ? []
        : split(word).map((text, index) => ({ text, columns: columnsOf(text), spaced: index === 0 })),
    )
}

/** A word at its ideographs; an address is never split. */
function split(word: string): string[] {
  if (!ideograph.test(word) || /^[a-z][a-z0-9+.-]*:/i.test(word)) return [word]
  const parts: string[] = []
  let before = ''
  for (const character of word) {
    const last = parts.length - 1
    const holds =
      last >= 0 &&
      (closing.test(character) ||
        opening.test(before) ||
        !(
          ideograph.test(character) ||
          ideograph.test(before) ||
          closing.test(before) ||
          opening.test(character)
        ))
    if (holds) parts[last] += character
    else parts.push(character)
    before = character
  }
  return parts
}

/** Puts `first` before a text's first line and `rest` before the others; an empty line gets no trailing spaces. */
export const indented = (text: string, first: string, rest: string = first): string =>
  text
    .split('\n')
    .map((line, index) => (index === 0 ? first : rest) + line)
    .map(line => line.trimEnd())
    .join('\n')
