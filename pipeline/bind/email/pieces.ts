import { splitTokens, type TokenUse } from '../../../templates/merge-token.js'
import { mergeTagSource } from '../../merge-tag.js'

/**
 * How a value is written where a slot stands.
 *
 * - `html`, `attribute`: escaped, for words and for an attribute's value
 * - `url`: percent-encoded, for a part of a link's target, in HTML, text and headers alike
 * - `href`: a link's target, or its beginning, in an attribute of HTML: its scheme is checked, then it is escaped
 * - `address`: the same outside HTML
 * - `text`: one line of plain text
 * - `header`: the same, in a header that is still to be encoded (RFC 2047)
 */
export type Context = 'html' | 'attribute' | 'url' | 'href' | 'address' | 'text' | 'header'

/** A place that is filled for each reader. */
export interface Slot {
  readonly name: string
  /** What stands there for a reader without a value. */
  readonly default?: string | undefined
  readonly context: Context
}

/** A part of a text: words that are ready as they are, or a slot. */
export type Piece = string | Slot
export type Pieces = readonly Piece[]

/** What a text is that holds slots. */
export type Medium = 'html' | 'text' | 'header'

const contexts: Readonly<Record<Medium, Readonly<Record<TokenUse, Context>>>> = {
  html: { words: 'html', attribute: 'attribute', part: 'url', target: 'href' },
  text: { words: 'text', attribute: 'text', part: 'url', target: 'address' },
  header: { words: 'header', attribute: 'header', part: 'url', target: 'address' },
}

/** Splits a text at the tokens that the templates left in it. What is between them has no control characters. */
export function piecesOf(value: string, medium: Medium): Pieces {
  return splitTokens(value).flatMap((piece): Piece[] => {
    if (typeof piece === 'string') return clean(piece) === '' ? [] : [clean(piece)]
    const { use, ...slot } = piece
    return [{ ...slot, context: contexts[medium][use] }]
  })
}

/** The text with each tag as it is written in an article, for people to read. */
export const written = (pieces: Pieces, medium: Medium): string =>
  pieces
    .map(piece => {
      if (typeof piece === 'string') return piece
      const source = mergeTagSource(piece)
      if (medium !== 'html') return source
      const words = source.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
      return piece.context === 'html' ? words : words.replaceAll('"', '&quot;')
    })
    .join('')

/** Words for HTML, between tags or between double quotes. */
export const escaped = (value: string): string =>
  value
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;')

/** Without control characters: Gmail cuts off a message that holds those of C1, and no client shows any. */
const clean = (text: string) => text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]/g, '')

/** Whether any of it differs from reader to reader. */
export const hasSlots = (pieces: Pieces): boolean => pieces.some(piece => typeof piece !== 'string')
