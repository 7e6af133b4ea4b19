import type { Position } from 'unist'
import type { Line } from './lines.js'

/**
 * What a piece of a text is. `item` is of a list without numbers, `step` of one with; `cited` is the line below a
 * quotation that says whose it is; `turn` is what one speaker of an interview says.
 */
export type Kind =
  | 'title'
  | 'standfirst'
  | 'author'
  | 'affiliation'
  | 'date'
  | 'heading'
  | 'paragraph'
  | 'item'
  | 'step'
  | 'quotation'
  | 'cited'
  | 'stanza'
  | 'turn'
  | 'caption'
  | 'rule'
  | 'disclosure'
  | 'bio'
  | 'source'
  | 'furniture'

/** A piece of a text: lines that belong together, and what they are taken for. */
export interface Block {
  readonly lines: readonly [Line, ...Line[]]
  /** Its words on one line, or on as many as it has where its line breaks stay. */
  text: string
  /** Whether its line breaks stay. */
  readonly breaks: boolean
  /** How many blank lines stand before it. */
  readonly gap: number
  readonly words: number
  kind: Kind
  /** Tells one list, quotation or poem from the next. */
  group?: number
  /** The number a list begins with is 1; letters begin with `a`. */
  letters?: boolean
  /** Of a turn: who speaks, with the colon. */
  label?: string
}

/** Where a block stands. */
export function placeOf({ lines }: Pick<Block, 'lines'>): Position {
  const [first] = lines
  const last = lines.at(-1) ?? first
  return {
    start: { line: first.number, column: first.column, offset: first.offset },
    end: {
      line: last.number,
      column: last.column + last.text.length,
      offset: last.offset + last.text.length,
    },
  }
}

/** Whether a block is still what every block begins as. */
export const isOpen = (block: Block | undefined): block is Block => block?.kind === 'paragraph'

/** Whether a block is one line as it is read: a heading, a name, a date can be nothing else. */
export const isOneLine = (block: Block): boolean => !block.breaks && block.text.length <= 240
