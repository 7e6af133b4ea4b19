import type { Element } from 'hast'
import type { ArticleElement, BlockElement } from '../../article.js'
import { type Adopter, attribute, globals, integer, make } from './adopter.js'

type Section = 'thead' | 'tbody' | 'tfoot'
type Part = ArticleElement<'table'>['children'][number]
type Row = ArticleElement<'tr'>
type Side = 'left' | 'right' | 'center'

/** A table: caption, sections, rows, cells with their spans and alignment. Rows outside a section get a body. */
export function table(node: Element, adopter: Adopter): BlockElement[] {
  const parts: Part[] = []
  const loose: Row[] = []
  for (const child of elementsOf(node)) {
    if (child.tagName === 'caption')
      parts.unshift(make(adopter, child, 'caption', globals(child), adopter.line(child.children)))
    else if (child.tagName === 'thead' || child.tagName === 'tbody' || child.tagName === 'tfoot') {
      const rows = elementsOf(child)
        .filter(row => row.tagName === 'tr')
        .map(row => tableRow(row, child.tagName as Section, adopter))
      if (rows.length > 0) parts.push(make(adopter, child, child.tagName, globals(child), rows))
    } else if (child.tagName === 'tr') loose.push(tableRow(child, 'tbody', adopter))
  }
  if (loose.length > 0) parts.push(make(adopter, node, 'tbody', {}, loose))
  return parts.some(part => part.tagName !== 'caption')
    ? [make(adopter, node, 'table', globals(node), parts)]
    : []
}

function tableRow(node: Element, section: Section, adopter: Adopter): Row {
  const cells = elementsOf(node).filter(cell => cell.tagName === 'td' || cell.tagName === 'th')
  // A row of nothing but heads labels the columns, in whatever section it stands.
  const headsColumns = section === 'thead' || cells.every(cell => cell.tagName === 'th')
  return make(
    adopter,
    node,
    'tr',
    globals(node),
    cells.map(cell => tableCell(cell, headsColumns, adopter)),
  )
}

function tableCell(
  node: Element,
  headsColumns: boolean,
  adopter: Adopter,
): ArticleElement<'th'> | ArticleElement<'td'> {
  const align = alignment(node, adopter)
  const colSpan = integer(adopter, node, 'colSpan', 2)
  const rowSpan = integer(adopter, node, 'rowSpan', 2)
  const properties = {
    ...globals(node),
    ...(align ? { align } : {}),
    ...(colSpan ? { colSpan: Math.min(colSpan, 1000) } : {}),
    ...(rowSpan ? { rowSpan: Math.min(rowSpan, 65_534) } : {}),
  }
  const children = adopter.flow(node.children)
  if (node.tagName === 'td') return make(adopter, node, 'td', properties, children)
  const given = attribute(adopter, node, 'scope')
  const scope =
    given === 'row' || given === 'col' || given === 'rowgroup' || given === 'colgroup'
      ? given
      : headsColumns
        ? 'col'
        : 'row'
  return make(adopter, node, 'th', { ...properties, scope }, children)
}

function alignment(node: Element, adopter: Adopter): Side | undefined {
  const style = /text-align:\s*(left|right|center)/i.exec(attribute(adopter, node, 'style') ?? '')?.[1]
  const align = (attribute(adopter, node, 'align') ?? style)?.toLowerCase()
  return align === 'left' || align === 'right' || align === 'center' ? align : undefined
}

const elementsOf = (node: Element): Element[] => node.children.filter(child => child.type === 'element')
