import type { Report } from '../../messages.js'
import { type Block, placeOf } from './block.js'
import { shown } from './measures.js'

/** Says what was decided about each piece of a text, so that a person can review it, and that no word goes unsaid. */
export interface Ledger {
  /** What the text does not say and was decided. */
  guess(block: Block, reason: string): void
  /** What a person has to look at. */
  doubt(block: Block | undefined, reason: string): void
  /** A block that is not in the article: its words are in the message. */
  dropped(block: Block, what: string): void
  /**
   * A block that was taken for a value of the front matter. What of its words is in none of the values is in the message.
   *
   * @param values pieces of the block as they are in the front matter
   * @param reading what became of the only value, where its form was changed
   */
  took(block: Block, key: string, values: readonly string[], reading?: string): void
}

const hasWords = /[\p{L}\p{N}]/u

/** A ledger whose entries are findings. */
export function ledgerFor(report: Report): Ledger {
  return {
    guess: (block, reason) => report('import-guess', reason, placeOf(block)),
    doubt: (block, reason) => report('import-doubt', reason, block && placeOf(block)),
    dropped: (block, what) =>
      report('import-dropped', `Unexpected ${what}; “${block.text}” is left out`, placeOf(block)),
    took(block, key, values, reading) {
      const from = reading === undefined ? '' : `, as ${reading} from “${values[0] ?? ''}”`
      const rest = remainder(block.text, values)
      const left = hasWords.test(rest) ? `; “${rest}” is left out` : ''
      report(
        'import-guess',
        `Unexpected plain line “${shown(block.text)}”, taken for \`${key}\`${from}${left}`,
        placeOf(block),
      )
    },
  }
}

/** A text with an ellipsis in place of each value. */
function remainder(text: string, values: readonly string[]): string {
  let rest = text.replace(/\s+/g, ' ')
  for (const value of values) {
    const start = rest.indexOf(value)
    if (value !== '' && start >= 0) rest = `${rest.slice(0, start)}…${rest.slice(start + value.length)}`
  }
  return rest.trim()
}
