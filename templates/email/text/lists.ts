import type { ArticleElement, ElementName } from '../../../pipeline/article.js'
import { largest } from '../largest.js'
import { block, blocksOf, narrower, paragraphOf, type TextHandler, type TextState } from './state.js'
import { columnsOf, indented, wrap } from './wrap.js'

type Item = ArticleElement<'li'>

export const ul: TextHandler<'ul'> = (node, state) => [block(listOf(node.children, () => '- ', state))]

export const ol: TextHandler<'ol'> = (node, state) => {
  const { start, reversed, type } = node.properties
  const step = reversed ? -1 : 1
  let next = start ?? (reversed ? node.children.length : 1)
  const marks = node.children.map(item => {
    const number = item.properties.value ?? next
    next = number + step
    return `${counted(number, type ?? '1')}. `
  })
  const width = largest(marks.map(columnsOf), 0)
  return [block(listOf(node.children, index => (marks[index] ?? '').padStart(width), state))]
}

/** Items one under the other; a line apart where one of them has several blocks. */
function listOf(items: readonly Item[], markOf: (index: number) => string, state: TextState): string {
  const written = items.map((item, index) => {
    const { checked } = item.properties
    const mark = markOf(index) + (checked === undefined ? '' : checked ? '[x] ' : '[ ] ')
    const content = itemOf(item, narrower(state, mark.length))
    return indented(content, mark, ' '.repeat(mark.length))
  })
  return written.join(items.some(isLoose) ? '\n\n' : '\n')
}

function itemOf(item: Item, state: TextState): string {
  return blocksOf(item.children, state).join(isLoose(item) ? '\n\n' : '\n')
}

const isList = (node: { readonly type: string; readonly tagName?: string }) =>
  node.tagName === 'ul' || node.tagName === 'ol'

/** More in an item than one paragraph or line, and lists. */
const isLoose = (item: Item): boolean => {
  const blocks = item.children.filter(
    child => child.type === 'element' && !isList(child) && standsAlone.has(child.tagName),
  )
  return blocks.length > 1 || blocks.some(child => child.type === 'element' && child.tagName !== 'p')
}

const standsAlone = new Set<ElementName>([
  ...(['p', 'h2', 'h3', 'h4', 'blockquote', 'pullquote', 'verse', 'dl', 'table', 'pre', 'figure'] as const),
  ...(['picture', 'hr', 'callout', 'button', 'equation', 'embed', 'details'] as const),
])

export const li: TextHandler<'li'> = (node, state) => blocksOf(node.children, state).map(block)

export const dl: TextHandler<'dl'> = (node, state) => [block(blocksOf(node.children, state).join('\n'))]

export const dt: TextHandler<'dt'> = (node, state) => [
  block(wrap(`*${paragraphOf(node, state)}*`, state.width)),
]

export const dd: TextHandler<'dd'> = (node, state) => [
  block(indented(blocksOf(node.children, narrower(state, 4)).join('\n\n'), '    ')),
]

const roman: readonly [number, string][] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
]

/** A list's number as its type counts (HTML Standard, 4.4.5); numbers that a type has no sign for stay digits. */
function counted(number: number, type: '1' | 'a' | 'A' | 'i' | 'I'): string {
  if (type === '1' || number < 1 || number > 3999) return String(number)
  const lower = type.toLowerCase() === 'a' ? letters(number) : romanOf(number)
  return type === 'A' || type === 'I' ? lower.toUpperCase() : lower
}

function letters(number: number): string {
  const rest = Math.floor((number - 1) / 26)
  return (rest > 0 ? letters(rest) : '') + String.fromCharCode(97 + ((number - 1) % 26))
}

function romanOf(number: number): string {
  const [value, sign] = roman.find(([size]) => size <= number) ?? [1, 'i']
  return number === 0 ? '' : sign + (number > value ? romanOf(number - value) : '')
}
