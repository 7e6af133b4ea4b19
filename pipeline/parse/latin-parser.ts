import type { SentenceContent } from 'nlcst'
import { ParseLatin } from 'parse-latin'

type Kind = SentenceContent['type']

/** The kind of a character never changes: each is looked up once, by its code. */
const known: Kind[] = []

/**
 * The package's parser with its slowest step done by a table, token for token the same, and without places. The package
 * tries three expressions of thousands of characters on each character of a text.
 */
export class LatinParser extends ParseLatin {
  override tokenize(value: string | null | undefined): SentenceContent[] {
    const tokens: SentenceContent[] = []
    if (!value) return tokens
    let from = 0
    let kind = this.#kindOf(value.charCodeAt(0))
    for (let index = 1; index <= value.length; index++) {
      const code = value.charCodeAt(index)
      const next = index < value.length ? this.#kindOf(code) : undefined
      if (next === kind && (isRun(kind) || code === value.charCodeAt(index - 1) || isSurrogate(code)))
        continue
      tokens.push(token(kind, value.slice(from, index)))
      from = index
      if (next) kind = next
    }
    return tokens
  }

  #kindOf(code: number): Kind {
    const found = known[code]
    if (found) return found
    const kind = super.tokenize(String.fromCharCode(code))[0]?.type ?? 'SymbolNode'
    known[code] = kind
    return kind
  }
}

const isRun = (kind: Kind) => kind === 'WordNode' || kind === 'WhiteSpaceNode'
const isSurrogate = (code: number) => code >= 0xd800 && code <= 0xdfff

const token = (kind: Kind, value: string): SentenceContent =>
  kind === 'WordNode'
    ? { type: kind, children: [{ type: 'TextNode', value }] }
    : ({ type: kind, value } as SentenceContent) // The other kinds are alike, and not one type.
