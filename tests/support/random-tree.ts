import type { Article, BlockElement } from '../../pipeline/article.js'
import { type VocabularyRow, vocabulary } from '../../pipeline/vocabulary.js'
import { seeded } from './seeded.js'
import { article, at } from './tree.js'

type Node = {
  type: 'element' | 'text'
  position: ReturnType<typeof at>
  tagName?: string
  value?: string
  properties?: Record<string, unknown>
  children?: Node[]
}

const table: Readonly<Record<string, VocabularyRow>> = vocabulary
const named = (is: VocabularyRow['is']) => Object.keys(table).filter(name => table[name]?.is === is)
/** Notes stand at the end only, and their calls are made with them. */
const blocks = named('block').filter(name => name !== 'notes')
const inlines = named('inline').filter(name => name !== 'noteref')

const words = [
  ...'tide sea moon gauge quay water mill Nendrum springs neaps Überschwemmung naïve 1,234.5 O’Brien'.split(
    ' ',
  ),
  ...[
    '<b>bold</b>',
    '&amp;',
    ']]>',
    '"quoted"',
    "it's",
    '{{ x }}',
    '`code`',
    '*stars*',
    '_low_',
    'a|b',
    'C:\\new',
  ],
  ...[
    'المدّ',
    'שלום',
    '大潮',
    'おおしお',
    'e\u0301te\u0301',
    '👩‍👩‍👧‍👦',
    'soft\u00ADhyphen',
    '½',
    '…',
    '—',
    '🌊',
  ],
  ...['incomprehensibilities'.repeat(3), 'https://example.org/a/very/long/path?with=query&and=more#fragment'],
]
const addresses = [
  'https://example.org/',
  'https://example.org/?a=1&b="2"&c=<3>',
  'https://example.org/%E6%BD%AE/(x)',
  'mailto:letters@example.org',
  'http://[::1]:8080/path',
]
const pictures = ['images/mill.png', 'images/missing.png', 'images/a%20b.jpg']
const mathml = ['mi', 'mn', 'mo', 'mtext', 'ms']

/** How deep elements may lie in one another. */
const depth = 5

/** An article of `randomBlocks`. */
export function randomArticle(seed: number): Article {
  return article(randomBlocks(seed), { meta: { title: `Seed ${seed}`, slug: `seed-${seed}` } })
}

/**
 * The blocks of an article that uses the vocabulary at random as its table allows, and as the transforms leave it: parts
 * in their places, ids of their own, no link in a link, notes at the end. The same seed gives the same blocks.
 */
export function randomBlocks(seed: number): BlockElement[] {
  const random = seeded(seed)
  const below = (limit: number) => Math.floor(random() * limit)
  const often = (part: number) => random() < part
  const one = <Value>(values: readonly Value[]): Value => {
    const value = values[below(values.length)]
    if (value === undefined) throw new Error('Expected values to choose from')
    return value
  }
  const some = <Value>(least: number, most: number, make: () => Value): Value[] =>
    Array.from({ length: least + below(most - least + 1) }, make)
  let ids = 0
  const id = () => `id-${++ids}`
  const notes: Node[] = []
  const line = () => some(1, 6, () => one(words)).join(' ')

  const text = (): Node => ({ type: 'text', value: line(), position: at(1 + below(400)) })
  const node = (tagName: string, children: Node[], properties = attributesOf(tagName)): Node => ({
    type: 'element',
    tagName,
    properties,
    children,
    position: at(1 + below(400)),
  })

  function attributesOf(name: string): Record<string, unknown> {
    const { needs = {}, takes = {} } = table[name] ?? {}
    const given = Object.entries(takes).filter(([key]) => key !== 'hrefParts' && often(0.5))
    const properties = Object.fromEntries(
      [...Object.entries(needs), ...given].map(([key, kind]) => [key, valueFor(key, kind)]),
    )
    if (often(0.1)) properties.lang = one(['en', 'ar', 'ja', 'de-AT', 'zh-Hant', 'enm'])
    if (often(0.1)) properties.dir = one(['ltr', 'rtl', 'auto'])
    if (often(0.1)) properties.id ??= id()
    return properties
  }

  function valueFor(key: string, kind: unknown): unknown {
    if (Array.isArray(kind)) return one(kind)
    if (kind === 'url') return key === 'src' || key === 'image' ? one(pictures) : one(addresses)
    if (kind === 'id') return id()
    if (kind === 'integer') return 1 + below(3)
    if (kind === 'boolean') return true
    return key === 'tex' ? '\\frac{a < b}{2}' : key === 'name' ? 'name' : line()
  }

  const paragraph = (level: number) => node('p', inlineContent(level))

  /** What a formula holds: tokens in rows and fractions. */
  const formula = (level: number): Node =>
    often(0.6) || level <= 0
      ? node(one(mathml), [text()], {})
      : node(one(['mfrac', 'msup']), [formula(level - 1), formula(level - 1)], {})

  const inlineContent = (level: number, within: readonly string[] = []): Node[] => {
    const content: Node[] = []
    for (const piece of some(1, 4, () => often(0.5))) {
      // As the transforms leave it, two texts never stand side by side.
      if (piece || level <= 0) {
        if (content.at(-1)?.type !== 'text') content.push(text())
      } else content.push(inline(level - 1, within))
    }
    return content
  }

  function inline(level: number, within: readonly string[]): Node {
    if (often(0.08) && !within.includes('note')) return noteref()
    // Links, readings and code hold none of their own kind.
    const name = one(inlines.filter(other => !within.includes(other)))
    const inner = ['a', 'ruby'].includes(name) ? [...within, name] : within
    if (name === 'ruby') {
      const pairs = some(1, 2, () => [...inlineContent(level, inner), node('rt', [text()])])
      return node(name, pairs.flat())
    }
    return node(name, held(name, level, inner))
  }

  function noteref(): Node {
    const note = `fn-${notes.length + 1}`
    const number = notes.length + 1
    const ref = `fnref-${number}`
    const slot = node('note', [], { id: note, number, refs: [ref] })
    notes.push(slot)
    // A note's own text calls no other: the numbers are given in reading order.
    slot.children = some(1, 2, () => node('p', inlineContent(1, ['note'])))
    return node('noteref', [], { id: ref, note, number })
  }

  /** The children of an element that has no order of parts. */
  function held(name: string, level: number, within: readonly string[] = []): Node[] {
    const holds = table[name]?.holds ?? []
    if (holds.includes('mathml')) return [node('math', [formula(2)], {})]
    if (holds.includes('inline')) return inlineContent(level, within)
    if (holds.includes('text')) return [text()]
    return holds.includes('block') ? some(1, 3, () => block(level)) : []
  }

  const rowOf = (cell: string, columns: number, level: number) =>
    node(
      'tr',
      Array.from({ length: columns }, () => {
        const { colSpan, rowSpan, ...plain } = attributesOf(cell)
        const properties = often(0.1) ? { ...plain, colSpan, rowSpan } : plain
        return node(cell, often(0.8) ? inlineContent(1) : some(1, 2, () => block(level)), properties)
      }),
    )

  /** Elements whose parts stand in an order that the table does not give. */
  const ordered: Readonly<Record<string, (level: number) => Node[]>> = {
    blockquote: level => [...some(1, 3, () => block(level)), ...maybe('attribution')],
    pullquote: () => [...some(1, 2, () => paragraph(1)), ...maybe('attribution')],
    ul: level => some(1, 3, () => item(level)),
    ol: level => some(1, 3, () => item(level)),
    dl: level =>
      some(1, 2, () => [
        ...some(1, 2, () => node('dt', inlineContent(1))),
        ...some(1, 2, () => node('dd', often(0.6) ? inlineContent(1) : some(1, 2, () => block(level)))),
      ]).flat(),
    table: level => {
      const columns = 1 + below(4)
      return [
        ...maybe('caption'),
        ...(often(0.7) ? [node('thead', [rowOf('th', columns, level)])] : []),
        node(
          'tbody',
          some(1, 3, () => rowOf('td', columns, level)),
        ),
        ...(often(0.2) ? [node('tfoot', [rowOf('td', columns, level)])] : []),
      ]
    },
    pre: () => some(1, 4, () => node('line', often(0.2) ? [] : [text(), node('token', [text()])])),
    figure: level => [
      often(0.6) ? node('picture', []) : block(level),
      ...maybe('figcaption'),
      ...maybe('credit'),
    ],
    callout: level => [...maybe('label'), ...some(1, 2, () => block(level))],
    verse: () => [...some(1, 2, () => paragraph(1)), ...maybe('attribution')],
    details: level => [node('summary', inlineContent(1)), ...some(1, 2, () => block(level))],
  }

  const maybe = (part: string) => (often(0.5) ? [node(part, inlineContent(1))] : [])

  const item = (level: number) =>
    node('li', [
      ...(often(0.5) ? inlineContent(1) : [paragraph(1)]),
      ...(level > 0 && often(0.3) ? [block(level - 1)] : []),
    ])

  function block(level: number): Node {
    if (level <= 0) return paragraph(1)
    const name = one(blocks)
    const within = name === 'button' ? ['a'] : []
    return node(name, ordered[name]?.(level - 1) ?? held(name, level - 1, within))
  }

  const children = some(3, 9, () => block(depth))
  if (notes.length > 0) children.push(node('notes', notes, {}))
  // The nodes are those of the table, which a test holds them to.
  return children as unknown as BlockElement[]
}
