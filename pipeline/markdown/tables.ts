import type { RootContent, Table, TableRow } from 'mdast'
import type { ArticleElement, InlineNode } from '../article.js'
import { elementOf, htmlOf, isPlain, tagsOf } from './html.js'
import { isBlock, Mixed, writtenRuns } from './mixed.js'
import type { Writing } from './writing.js'

type Row = ArticleElement<'tr'>
type Cell = Row['children'][number]

/** A table of Markdown, in `:::table` with its caption; one of HTML where cells span others, hold blocks, or head rows. */
export function table(node: ArticleElement<'table'>, state: Writing): RootContent[] {
  return inMarkdown(node, state) ?? inHtml(node, state)
}

function inMarkdown(node: ArticleElement<'table'>, state: Writing): RootContent[] | undefined {
  const { caption, sections } = partsOf(node)
  const [head, body, ...others] = sections
  const [labels, ...more] = head?.children ?? []
  if (head?.tagName !== 'thead' || !labels || more.length > 0 || others.length > 0) return undefined
  if (body && body.tagName !== 'tbody') return undefined
  const rows = [labels, ...(body?.children ?? [])]
  const align = labels.children.map(cell => cell.properties.align)
  const fits =
    [...sections, ...rows].every(isPlain) &&
    rows.every(row => row.children.length === align.length) &&
    rows.every((row, at) => row.children.every((cell, column) => isCell(cell, at === 0, align[column])))
  if (!fits || (caption && (!isPlain(caption) || caption.children.length === 0))) return undefined
  const made: Table = {
    type: 'table',
    align: align.map(side => side ?? null),
    children: rows.map(row => tableRow(row, state)),
  }
  if (hasPipeInFormula(made)) return undefined
  if (!caption) return [made]
  const words = {
    type: 'paragraph' as const,
    children: state.line(caption.children, { ...state, oneLine: false }),
  }
  return [{ type: 'containerDirective', name: 'table', children: [words, made] }]
}

function isCell(cell: Cell, isHead: boolean, align: Cell['properties']['align']): boolean {
  const { colSpan, rowSpan } = cell.properties
  const right = isHead ? cell.tagName === 'th' && cell.properties.scope === 'col' : cell.tagName === 'td'
  const whole = colSpan === undefined && rowSpan === undefined
  return right && whole && isPlain(cell) && cell.properties.align === align && !cell.children.some(isBlock)
}

function tableRow(row: Row, state: Writing): TableRow {
  const inner = { ...state, cell: true, oneLine: true }
  return {
    type: 'tableRow',
    children: row.children.map(cell => ({
      type: 'tableCell',
      children: state.line(cell.children as InlineNode[], inner),
    })),
  }
}

/** A formula has no escape for a pipe, which would end the cell. */
const hasPipeInFormula = (node: { type: string; value?: string; children?: readonly unknown[] }): boolean =>
  (node.type === 'inlineMath' && node.value?.includes('|') === true) ||
  ((node.children ?? []) as (typeof node)[]).some(hasPipeInFormula)

function partsOf(node: ArticleElement<'table'>) {
  type Caption = ArticleElement<'caption'>
  type Section = Exclude<(typeof node.children)[number], Caption>
  const sections = node.children.filter((part): part is Section => part.tagName !== 'caption')
  return { caption: node.children.find((part): part is Caption => part.tagName === 'caption'), sections }
}

function inHtml(node: ArticleElement<'table'>, state: Writing): RootContent[] {
  const mixed = new Mixed().line('<table>')
  for (const part of node.children) {
    const [open, close] = tagsOf(elementOf(part, state))
    if (part.tagName === 'caption') {
      mixed.line(open + htmlOf(part.children, state) + close)
      continue
    }
    mixed.line(open)
    for (const row of part.children) htmlRow(row, part.tagName === 'thead', mixed, state)
    mixed.line(close)
  }
  return mixed.line('</table>').end()
}

function htmlRow(row: Row, inHead: boolean, mixed: Mixed, state: Writing): void {
  const [open, close] = tagsOf(elementOf(row, state))
  const implied = inHead || row.children.every(cell => cell.tagName === 'th') ? 'col' : 'row'
  mixed.line(open)
  for (const cell of row.children) {
    const element = elementOf(cell, state)
    if (element.properties.scope === implied) delete element.properties.scope
    const [begin, end] = tagsOf(element)
    mixed.add(begin).flow(writtenRuns(cell.children, state), state).add(end)
  }
  mixed.add(close)
}
