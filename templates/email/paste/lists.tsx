import type { ElementContent } from 'hast'
import type { ArticleElement } from '../../../pipeline/article.js'
import { type HtmlState, htmlOf } from '../../html/state.js'
import { gridOf } from '../../table-grid.js'
import type { Paste } from './inlines.js'

export const ul: Paste<'ul'> = (node, state) => [<ul>{htmlOf(node.children, state)}</ul>]

export const ol: Paste<'ol'> = (node, state) => [
  <ol start={node.properties.start}>{htmlOf(node.children, state)}</ol>,
]

/** A task has a sign before it: editors have no boxes to tick. */
export const li: Paste<'li'> = (node, state) => {
  const { checked } = node.properties
  const content = htmlOf(node.children, state)
  if (checked === undefined) return [<li>{content}</li>]
  const sign = { type: 'text' as const, value: checked ? '☑ ' : '☐ ' }
  const [first, ...rest] = content
  return first?.type === 'element' && first.tagName === 'p'
    ? [<li>{[{ ...first, children: [sign, ...first.children] }, ...rest]}</li>]
    : [<li>{[sign, ...content]}</li>]
}

/** Terms in bold, and what is said of them after them. */
export const dl: Paste<'dl'> = (node, state) => htmlOf(node.children, state)

export const dt: Paste<'dt'> = (node, state) => [
  <p>
    <strong>{htmlOf(node.children, state)}</strong>
  </p>,
]

export const dd: Paste<'dd'> = (node, state) => {
  const content = htmlOf(node.children, state)
  return content.some(child => child.type === 'element' && blocks.has(child.tagName))
    ? content
    : [<p>{content}</p>]
}

const blocks = new Set(['p', 'ul', 'ol', 'blockquote', 'pre', 'figure', 'h2', 'h3', 'h4', 'hr'])

/** A list of its rows, each cell after its heading: few editors take a table. */
export const table: Paste<'table'> = (node, state) => {
  const head: Cells[] = []
  const body: Cells[] = []
  for (const group of node.children) {
    if (group.tagName === 'caption') continue
    const rows = group.tagName === 'thead' ? head : body
    for (const row of gridOf(group.children))
      rows.push(row.map(({ cell, continued }) => (cell && !continued ? cell : undefined)))
  }
  const captions = node.children.filter(child => child.tagName === 'caption')
  const rows = body.length > 0 ? body : head
  const headings = body.length > 0 ? head.at(-1) : undefined
  return [
    ...captions.map(child => (
      <p>
        <strong>{htmlOf(child.children, state)}</strong>
      </p>
    )),
    <ul>
      {rows.map(row => (
        <li>{rowOf(row, headings, state)}</li>
      ))}
    </ul>,
  ]
}

type Cell = ArticleElement<'th'> | ArticleElement<'td'>
type Cells = readonly (Cell | undefined)[]

function rowOf(row: Cells, headings: Cells | undefined, state: HtmlState): ElementContent[] {
  const cells = row.flatMap((cell, x) => {
    const words = cell ? inLine(htmlOf(cell.children, state)) : []
    if (words.length === 0) return []
    const heading = headings?.[x]
    const name = heading ? inLine(htmlOf(heading.children, state)) : []
    return [name.length > 0 ? [<strong>{name}</strong>, text(': '), ...words] : words]
  })
  return cells.flatMap((cell, index) => (index > 0 ? [text('; '), ...cell] : cell))
}

const text = (value: string): ElementContent => ({ type: 'text', value })

/** The words of blocks, one after the other. */
const inLine = (nodes: readonly ElementContent[]): ElementContent[] =>
  nodes.flatMap((node, index) => {
    if (node.type !== 'element' || !blocks.has(node.tagName)) return [node]
    return [...(index > 0 ? [text(' ')] : []), ...inLine(node.children)]
  })

/** The parts of a table, which it places itself. */
export const part: Paste<'caption' | 'thead' | 'tbody' | 'tfoot' | 'tr' | 'th' | 'td'> = (node, state) =>
  htmlOf(node.children, state)
