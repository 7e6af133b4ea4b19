import type { ConstructName, Unsafe } from 'mdast-util-to-markdown'

/** Where an escape is none. */
const raw: ConstructName[] = [
  'autolink',
  'destinationLiteral',
  'destinationRaw',
  'reference',
  'titleQuote',
  'titleApostrophe',
]
const inText = { inConstruct: ['phrasing'], notInConstruct: raw } as const satisfies Partial<Unsafe>

/** Words in brackets that are no link, no call of a note and no box: `[sic]`, `[the minister]`. */
const brackets = '(?!\\p{L}[\\p{L}\\p{N} ,.’-]+\\](?![(\\[:{]))'
/** A reference of HTML, which would be another character. */
const reference = '(?:#\\d{1,7}|#[xX][\\dA-Fa-f]{1,6}|[A-Za-z][A-Za-z\\d]{1,31});'

/**
 * What our reader takes for more than text, besides what CommonMark does. What stands around a sign is looked at and not
 * taken, so that of `---` each is found.
 */
const ours: Unsafe[] = [
  { character: '{', after: '(?=\\{)', ...inText },
  // A name without a label or attributes is put back as it was typed: 18:00, :smile:.
  {
    character: ':',
    after: '(?=[^\\s\\p{P}\\p{S}](?:[^\\s\\p{P}\\p{S}]|[-_])*[[{])',
    unicode: true,
    ...inText,
  },
  { character: '\r', ...inText },
  { character: '\r', inConstruct: ['titleQuote'] },
  {
    character: '[',
    after: brackets,
    unicode: true,
    inConstruct: ['phrasing'],
    notInConstruct: [...raw, 'label'],
  },
  { character: '#', after: '#{0,5}(?:[ \\t\\r\\n]|$)', atBreak: true },
  // Marked words, private comments and names of blocks, as Obsidian writes them.
  { character: '=', after: '(?==)', ...inText },
  { character: '%', after: '(?=%)', ...inText },
  { character: '^', after: '(?=[A-Za-z\\d-]+\\s*$)', ...inText },
  { character: '~', before: '(?<=~)', ...inText },
  { character: '~', after: '(?=~)', ...inText },
]

/** Signs that are smart punctuation unless they are escaped. */
const typed: Unsafe[] = [
  { character: '"', ...inText },
  { character: "'", ...inText },
  { character: '-', after: '(?=-)', ...inText },
  { character: '.', after: '(?= ?\\.)', ...inText },
].map(pattern => ({ ...pattern, notInConstruct: [...raw, 'image'] as ConstructName[] }))

/**
 * The escapes of text: those of the packages, without those that a person would not type, since nothing here makes
 * their signs more than text, and with our own.
 */
export const escapesOf = (given: readonly Unsafe[], verbatim: boolean): Unsafe[] => [
  ...given
    .filter(pattern => !isTooWide(pattern))
    .map(({ _compiled, ...pattern }) =>
      // Whoever wrote Markdown before in this process has left what was made of the package's own patterns on them.
      pattern.character === '&' ? { ...pattern, after: reference } : pattern,
    ),
  ...ours,
  ...(verbatim ? [] : typed),
]

/** Patterns in whose place ours are. */
function isTooWide({ character, after, atBreak, inConstruct }: Unsafe): boolean {
  const isPhrasing = [inConstruct].flat().includes('phrasing')
  if (character === ':') return isPhrasing && after !== undefined
  if (character === '[') return isPhrasing
  if (character === '#') return atBreak === true
  return character === '~' && isPhrasing
}
