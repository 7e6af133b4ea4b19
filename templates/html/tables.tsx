import type { ElementContent } from 'hast'
import type { ArticleElement, ElementName } from '../../pipeline/article.js'
import type { Handler } from '../handlers.js'
import { globalsOf, type HtmlState, htmlOf } from './state.js'

type Html<Name extends ElementName> = Handler<Name, ElementContent, HtmlState>

export const table: Html<'table'> = (node, state) => [
  <table {...globalsOf(node.properties, state)}>{htmlOf(node.children, state)}</table>,
]

const cellAttributes = ({ properties }: ArticleElement<'td'> | ArticleElement<'th'>) => ({
  colSpan: properties.colSpan,
  rowSpan: properties.rowSpan,
  className: properties.align ? `align-${properties.align}` : undefined,
})

export const td: Html<'td'> = (node, state) => [
  <td {...globalsOf(node.properties, state)} {...cellAttributes(node)}>
    {htmlOf(node.children, state)}
  </td>,
]

export const th: Html<'th'> = (node, state) => [
  <th {...globalsOf(node.properties, state)} {...cellAttributes(node)} scope={node.properties.scope}>
    {htmlOf(node.children, state)}
  </th>,
]
