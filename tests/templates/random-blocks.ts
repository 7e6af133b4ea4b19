import type { BlockElement, ElementName } from '../../pipeline/article.js'
import { type VocabularyRow, vocabulary } from '../../pipeline/vocabulary.js'
import { seeded } from '../support/seeded.js'
import { element, mathml, text } from '../support/tree.js'

const table: Readonly<Record<string, VocabularyRow>> = vocabulary
const namesThatAre = (is: VocabularyRow['is']) =>
  Object.keys(table).filter(name => table[name]?.is === is && name !== 'notes')

const words = ['tide', 'a & b <c>', '潮', 'مد', ']]>', '"quoted"', 'x\u00A0y', '😀', 'incomprehensibilities']
const targets = [
  'https://example.org/?a=1&b=2',
  'mailto:a@example.org',
  'https://example.org/a b',
  '#nowhere',
]
const pictures = ['a.png', 'missing.png']
/** Parts of which an element has one at the most, in the order they stand. */
const once = ['label', 'summary', 'caption', 'thead', 'tbody', 'tfoot', 'figcaption', 'credit', 'attribution']
const deepest = 6

/**
 * Blocks at random, of anything that the vocabulary's table allows, sensible or not: empty elements, readings of
 * nothing, calls in links, languages that are none. The same seed gives the same blocks.
 */
export function randomBlocks(seed: number, count = 8): BlockElement[] {
  const random = seeded(seed)
  let ids = 0
  const nextId = () => {
    ids += 1
    return `id-${ids}`
  }
  const pick = <Item>(list: readonly Item[]): Item => {
    const item = list[Math.floor(random() * list.length)]
    if (item === undefined) throw new Error('Expected something to pick from')
    return item
  }

  const value = (kind: unknown, name: string): unknown => {
    if (Array.isArray(kind)) return pick(kind)
    if (kind === 'url') return pick(name === 'src' || name === 'image' ? pictures : targets)
    if (kind === 'id') return nextId()
    if (kind === 'integer') return 2 + Math.floor(random() * 3)
    if (kind === 'boolean') return random() < 0.5
    return kind === 'strings' ? [] : pick(words)
  }

  const properties = ({ needs, takes }: VocabularyRow) => {
    const given = Object.entries(takes).filter(() => random() < 0.4)
    const made = [...Object.entries(needs), ...given].map(([name, kind]) => [name, value(kind, name)])
    if (random() < 0.1) made.push(['lang', pick(['ar', 'ja', 'de', 'not_a_tag'])])
    if (random() < 0.1) made.push(['dir', pick(['ltr', 'rtl', 'auto'])])
    return Object.fromEntries(made)
  }

  const child = (held: string, depth: number, link: boolean): unknown => {
    if (held === 'mathml') return mathml('math', [mathml('mi', ['x'])])
    if (held === 'text') return text(pick(words))
    if (held === 'block') {
      return depth >= deepest ? element('p', {}, ['end']) : made(pick(namesThatAre('block')), depth, link)
    }
    if (held !== 'inline') return made(held, depth, link)
    // The parser gives no link within a link.
    const inlines = namesThatAre('inline').filter(name => !(link && name === 'a'))
    return depth >= deepest || random() < 0.5 ? text(pick(words)) : made(pick(inlines), depth, link)
  }

  function made(name: string, depth: number, within = false): BlockElement {
    const row = table[name]
    if (!row) throw new Error(`Expected a row for ${name}`)
    const link = within || name === 'a' || name === 'button'
    const length = row.holds.length === 0 ? 0 : Math.floor(random() * 4)
    const held = Array.from({ length }, () => pick(row.holds))
      .filter((part, index, all) => !once.includes(part) || all.indexOf(part) === index)
      .sort((a, b) => (row.is === 'block' ? once.indexOf(a) - once.indexOf(b) : 0))
    const children = held.map(part => child(part, depth + 1, link))
    // By the table's own rows, which the types cannot follow through a name that is picked at random.
    return element(name as ElementName, properties(row) as never, children as never) as BlockElement
  }

  return Array.from({ length: count }, () => made(pick(namesThatAre('block')), 0))
}
