import type { Article, Issue } from '../../article.js'
import { type VocabularyRow, vocabulary } from '../../vocabulary.js'
import type { PreviewBlock } from './block.js'

type Node = {
  readonly type: string
  readonly tagName?: string
  readonly value?: string
  readonly properties?: Readonly<Record<string, unknown>>
  readonly children?: readonly Node[]
  readonly position?: Partial<Lines> | undefined
}

/** What a transform adds has places in it, but none of its own. */
interface Lines {
  readonly start: { readonly line: number }
  readonly end: { readonly line: number }
}

const table: Readonly<Record<string, VocabularyRow>> = vocabulary

/** Elements that are read as one, whatever they hold: the cells of a row stand in one line. */
const whole = new Set(['tr', 'pre', 'equation', 'picture', 'embed', 'button'])

/** What a reader sees of the front matter in every format, by its key, and what that means. */
const shownKeys = [
  ['title', 'title'],
  ['subtitle', 'subtitle'],
  ['description', 'standfirst'],
] as const

/** The blocks of an issue, in reading order. What says nothing, such as a rule or a picture without words, is none. */
export function blocksOf({ articles }: Pick<Issue, 'articles'>): PreviewBlock[] {
  const found: Omit<PreviewBlock, 'id'>[] = articles.flatMap(article => [
    ...ofFrontMatter(article),
    ...ofTree(article.tree, article.file),
  ])
  return found.map((block, index) => ({ id: `b${index + 1}`, ...block }))
}

function ofFrontMatter({ meta, places, file }: Article): Omit<PreviewBlock, 'id'>[] {
  return shownKeys.flatMap(([kind, means]) => {
    const place = places?.[kind]
    const text = meta[means]
    return place && text ? [{ file, line: place.start.line, endLine: place.end.line, kind, text }] : []
  })
}

function ofTree(tree: Node, file: string): Omit<PreviewBlock, 'id'>[] {
  const found: Omit<PreviewBlock, 'id'>[] = []

  function put(kind: string, nodes: readonly Node[], around?: Lines): void {
    const text = nodes.map(node => textOf(node)).join('')
    const places = [around, ...nodes.map(linesOf)].filter(place => place !== undefined)
    const line = places[0]?.start.line
    if (text.trim() === '' || line === undefined) return
    const orText = nodes.map(node => textOf(node, 'tex')).join('')
    const endLine = Math.max(line, (places.at(-1) ?? around)?.end.line ?? line)
    found.push({ file, line, endLine, kind, text, ...(orText === text ? {} : { orText }) })
  }

  /** What stands in an element: blocks of their own, and between them words that are the element's. */
  function within(node: Node): void {
    const { tagName = '', children = [] } = node
    let run: Node[] = []
    const end = () => {
      put(tagName, run, run[0] === children[0] ? firstLine(node) : undefined)
      run = []
    }
    for (const child of children) {
      if (isInline(child)) run.push(child)
      else {
        end()
        block(child)
      }
    }
    end()
  }

  function block(node: Node): void {
    const { tagName = '', children = [] } = node
    if (whole.has(tagName) || !table[tagName] || children.every(isInline)) put(tagName, [node])
    else within(node)
  }

  within(tree)
  return found
}

/** Where a node stands, or what is in it. */
function linesOf({ position, children = [] }: Node): Lines | undefined {
  if (position?.start && position.end) return { start: position.start, end: position.end }
  const within = children.flatMap(child => linesOf(child) ?? [])
  const [first] = within
  return first && { start: first.start, end: within.at(-1)?.end ?? first.end }
}

/** Where it begins: its marker may stand a line before its words. */
function firstLine(node: Node): Lines | undefined {
  const lines = linesOf(node)
  return lines && { start: lines.start, end: lines.start }
}

const isInline = ({ type, tagName = '' }: Node): boolean =>
  type !== 'element' || table[tagName]?.is === 'inline'

/** What is read of a node. @param formulas whether of a formula that is its signs, or its source */
function textOf(node: Node, formulas: unknown = 'signs'): string {
  const { type, tagName, value = '', properties = {}, children = [] } = node
  if (type === 'text') return value
  const of = (key: string) => String(properties[key] ?? '')
  if (tagName === 'noteref') return of('number')
  if (tagName === 'img' || tagName === 'picture') return of('alt')
  if (tagName === 'mergetag') return of('default')
  if (tagName === 'embed') return [of('title'), of('description')].join(' ').trim()
  if (tagName === 'annotation' || tagName === 'rp') return ''
  if (tagName === 'br') return ' '
  if ((tagName === 'math' || tagName === 'equation') && formulas === 'tex') return of('tex')
  const apart = tagName === 'tr' || tagName === 'pre' ? ' ' : ''
  return children.map(child => textOf(child, formulas)).join(apart)
}
