import type { Element, ElementContent } from 'hast'
import type { ArticleElement, BlockElement } from '../../article.js'
import { type Adopter, attribute, globals, integer, make } from './adopter.js'

type Section = 'thead' | 'tbody' | 'tfoot'
type Part = ArticleElement<'table'>['children'][number]
type Row = ArticleElement<'tr'>
type Side = 'left' | 'right' | 'center'

/**
 * A table: caption, sections, rows, cells with their spans and alignment. Rows outside a section get a body; what is no
 * part of a table follows it, so that no word is lost.
 */
export function table(node: Element, adopter: Adopter): BlockElement[] {
  const parts: Part[] = []
  const loose: (Row | undefined)[] = []
  const strays: ElementContent[] = []
  const rows = (from: Element, section: Section) =>
    filled(
      from.children.flatMap((child): (Row | undefined)[] => {
        if (isNamed(child, 'tr')) return [tableRow(child, section, strays, adopter)]
        strays.push(child)
        return []
      }),
    )
  for (const child of node.children) {
    if (isNamed(child, 'caption')) {
      parts.unshift(make(adopter, child, 'caption', globals(child), adopter.line(child.children)))
    } else if (isNamed(child, 'thead', 'tbody', 'tfoot')) {
      const section = child.tagName
      const content = rows(child, section)
      if (content.length > 0) parts.push(make(adopter, child, section, globals(child), content))
    } else if (isNamed(child, 'tr')) loose.push(tableRow(child, 'tbody', strays, adopter))
    else if (!isNamed(child, 'colgroup', 'col')) strays.push(child)
  }
  const body = filled(loose)
  if (body.length > 0) parts.push(make(adopter, node, 'tbody', {}, body))
  const after = adopter.blocks(strays)
  if (parts.some(part => part.tagName !== 'caption'))
    return [make(adopter, node, 'table', globals(node), parts), ...after]
  return [...adopter.blocks(node.children.filter(child => isNamed(child, 'caption'))), ...after]
}

/** Rows without those that have no cells; what spans one of them spans one row less. */
function filled(rows: readonly (Row | undefined)[]): Row[] {
  return rows.flatMap((row, index): Row[] => {
    if (!row) return []
    const children = row.children.map(cell => {
      const { rowSpan = 1, ...others } = cell.properties
      const empty = rows.slice(index, index + rowSpan).filter(below => !below).length
      if (empty === 0) return cell
      const left = rowSpan - empty
      // A cell with another span is the cell that it was.
      return { ...cell, properties: left > 1 ? { ...others, rowSpan: left } : others } as typeof cell
    })
    return [{ ...row, children }]
  })
}

/** Undefined for a row without cells. */
function tableRow(
  node: Element,
  section: Section,
  strays: ElementContent[],
  adopter: Adopter,
): Row | undefined {
  const cells = node.children.filter((child): child is Element => isNamed(child, 'td', 'th'))
  strays.push(...node.children.filter(child => !isNamed(child, 'td', 'th')))
  // A row of nothing but heads labels the columns, in whatever section it stands.
  const headsColumns = section === 'thead' || cells.every(cell => cell.tagName === 'th')
  const content = cells.map(cell => tableCell(cell, headsColumns, adopter))
  return content.length > 0 ? make(adopter, node, 'tr', globals(node), content) : undefined
}

const isNamed = <Name extends string>(
  node: ElementContent,
  ...names: Name[]
): node is Element & { tagName: Name } =>
  node.type === 'element' && (names as readonly string[]).includes(node.tagName)

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
