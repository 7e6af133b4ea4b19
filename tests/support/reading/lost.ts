import type { Medium } from '../../../pipeline/article.js'
import type { Passage } from './passages.js'

/** Characters that nobody sees: soft hyphens, joiners, marks of direction, byte order marks. */
const unseen = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g

/** A text with one spelling for what looks the same: compatibility forms (UAX 15), white space. */
export const spaced = (text: string): string =>
  text.normalize('NFKC').replace(unseen, '').replace(/\s+/g, ' ').trim()

/** Letters are looked for from a line before the last passage: a reading over a word is read before the word's line. */
const lineLength = 100

/** Without white space and hyphens, which a typesetter puts in where a line ends. */
const joined = (text: string) => spaced(text).replace(/[\s\-\u2010\u2011]/g, '')

/** Plain text besides has marks of its own, some at the beginning of a line; they are no words. */
const unmarked = (text: string) => joined(text.replace(/^(?:[>|] ?)+/gm, '')).replace(/[*_~+=`[\]|>^{}]/g, '')

const forms: Readonly<Record<Medium, (text: string) => string>> = {
  email: spaced,
  web: spaced,
  epub: spaced,
  pdf: joined,
  text: unmarked,
}

/**
 * What a text has not got of the passages, in words for a person. Each is looked for after the one before, so an order
 * that differs is a loss, too.
 */
export function lostIn(text: string, passages: readonly Passage[], medium: Medium): string[] {
  const form = forms[medium]
  const read = form(text)
  const lost: string[] = []
  let at = 0
  let before = 'the beginning'
  for (const passage of passages) {
    for (const piece of pieces(passage).map(form)) {
      if (piece === '') continue
      const found = read.indexOf(piece, passage.as === 'letters' ? Math.max(0, at - lineLength) : at)
      if (found < 0) {
        const why = read.includes(piece) ? 'only stands before' : 'is not there; it was to come after'
        lost.push(`“${piece}” ${why} “${before}”`)
      } else if (passage.as === 'run') {
        at = found + piece.length
        before = piece.slice(-60)
      }
    }
  }
  return lost
}

function pieces({ text, as }: Passage): readonly string[] {
  if (as === 'run') return [text]
  // A line may end after any sign of Chinese or Japanese.
  return as === 'words'
    ? text.split(/\s+|(?<=[\p{Ideographic}\p{Script=Hiragana}\p{Script=Katakana}])/u)
    : [...text.normalize('NFKC').replace(/\s/g, '')]
}
