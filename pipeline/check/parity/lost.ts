import type { Position } from 'unist'
import type { Medium } from '../../article.js'
import type { Passage } from './passages.js'

/** Words that a rendition has not got where the article has them. */
export interface Loss {
  /** The words, as they are compared. */
  readonly words: string
  /** The end of what was found before them. */
  readonly after: string | undefined
  /** Whether they are there, only earlier. */
  readonly isElsewhere: boolean
  readonly place?: Position | undefined
}

/** Characters that nobody sees: soft hyphens, joiners, selectors of a form, marks of direction (UAX 44, 5.3). */
const unseen = /[\p{Default_Ignorable_Code_Point}\u202A-\u202E]/gu

/** A text with one spelling for what looks the same: compatibility forms (UAX 15), white space. */
export const spaced = (text: string): string =>
  // Without what is not seen, marks of one letter stand in another order.
  text.replace(unseen, '').normalize('NFKC').replace(/\s+/g, ' ').trim()

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
  pdf: spaced,
  text: unmarked,
}

/** Reads a text for passages, each of them after the one before: an order that differs is a loss, too. */
export class Search {
  readonly #form: (text: string) => string
  readonly #read: string
  #at = 0
  #before: string | undefined

  constructor(text: string, medium: Medium) {
    this.#form = forms[medium]
    this.#read = this.#form(text)
  }

  /** What the text has not got of the passages. */
  lost(passages: readonly Passage[]): Loss[] {
    return passages.flatMap(passage =>
      pieces(passage).flatMap(piece => this.#lookFor(this.#form(piece), passage)),
    )
  }

  #lookFor(words: string, { as, place }: Passage): Loss[] {
    if (words === '') return []
    const from = as === 'anywhere' ? 0 : as === 'letters' ? Math.max(0, this.#at - lineLength) : this.#at
    const found = this.#read.indexOf(words, from)
    if (found < 0) {
      const isElsewhere = from > 0 && this.#read.includes(words)
      return [{ words, after: this.#before, isElsewhere, place }]
    }
    if (as === 'run') {
      this.#at = found + words.length
      this.#before = words.slice(-60)
    }
    return []
  }
}

function pieces({ text, as }: Passage): readonly string[] {
  if (as === 'run' || as === 'anywhere') return [text]
  // A line may end after any sign of Chinese or Japanese.
  return as === 'words'
    ? text.split(/\s+|(?<=[\p{Ideographic}\p{Script=Hiragana}\p{Script=Katakana}])/u)
    : [...text.normalize('NFKC').replace(/\s/g, '')]
}
