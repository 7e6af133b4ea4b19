/**
 * Where a tag stands, as a template knows it: in words; as a part of a link's target, which is percent-encoded; as its
 * beginning, which says where the link leads. Binding makes `attribute` of words in an attribute.
 */
export type TokenUse = 'words' | 'part' | 'target' | 'attribute'

/** A tag in a text that is being made. */
export interface Token {
  readonly name: string
  readonly default?: string | undefined
  readonly use: TokenUse
}

const letters = { words: 'w', part: 'p', target: 't', attribute: 'a' } as const satisfies Record<
  TokenUse,
  string
>
const uses: Readonly<Record<string, TokenUse>> = { w: 'words', p: 'part', t: 'target', a: 'attribute' }

/** Control characters, which are taken out of every article, front matter and config. */
const open = '\u0001'
const close = '\u0002'
const token = /\u0001([wpta])([0-9a-f]*)\u0002/g

/**
 * A tag as a run of characters that nothing between template and binding changes or breaks: no white space, no letter
 * that is escaped, and none that an article could hold. Its name and default are in it, so no list goes along with it.
 */
export function mergeToken({ name, default: fallback, use }: Token): string {
  const said = JSON.stringify(fallback === undefined ? [name] : [name, fallback])
  const codes = Array.from({ length: said.length }, (_, at) =>
    said.charCodeAt(at).toString(16).padStart(4, '0'),
  )
  return open + letters[use] + codes.join('') + close
}

/** The text and the tokens of a text, in their order; no text is empty. */
export function splitTokens(value: string): (string | Token)[] {
  const pieces: (string | Token)[] = []
  let end = 0
  for (const match of value.matchAll(token)) {
    if (match.index > end) pieces.push(value.slice(end, match.index))
    pieces.push(tokenOf(match[1] ?? '', match[2] ?? ''))
    end = match.index + match[0].length
  }
  if (end < value.length) pieces.push(value.slice(end))
  return pieces
}

function tokenOf(letter: string, codes: string): Token {
  const said = (codes.match(/.{4}/g) ?? [])
    .map(code => String.fromCharCode(Number.parseInt(code, 16)))
    .join('')
  // Made by `mergeToken` above, the only source of its control characters.
  const [name, fallback] = JSON.parse(said) as [string, string?]
  const use = uses[letter] ?? 'words'
  return { name, use, ...(fallback === undefined ? {} : { default: fallback }) }
}

/** The text with each token replaced by a text. */
export const replaceTokens = (value: string, textOf: (token: Token) => string): string =>
  value.includes(open)
    ? splitTokens(value)
        .map(piece => (typeof piece === 'string' ? piece : textOf(piece)))
        .join('')
    : value
