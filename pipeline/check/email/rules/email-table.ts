import type { Element, ElementContent } from 'hast'
import { type EmailFinding, type EmailRule, named } from '../checked-email.js'

/**
 * A table of the layout says that it is none, so that no screen reader counts its rows; a table of data says of each
 * header cell what it heads (WCAG 2.2, 1.3.1). What classic Outlook alone reads is held to the same.
 */
export const emailTable: EmailRule = email => [
  ...named(email, 'table').flatMap(at => faultsOf(at).map(reason => ({ reason, at }))),
  ...email.outlookElements
    .filter(({ element }) => element.tagName === 'table' && element.properties.role !== 'presentation')
    .map(
      ({ holder }): EmailFinding => ({
        reason: 'Unexpected table for Outlook without `role="presentation"`, expected it',
        at: holder,
      }),
    ),
]

function faultsOf(table: Element): string[] {
  const cells = own(table)
  const isData = cells.some(({ tagName }) => tagName === 'th' || tagName === 'caption')
  const { role } = table.properties
  if (!isData)
    return role === 'presentation'
      ? []
      : [
          'Unexpected table without header cells, expected `th` in its first row, or `role="presentation"` on a layout',
        ]
  const withoutScope = cells.filter(({ tagName, properties }) => tagName === 'th' && !properties.scope)
  return [
    ...(role === undefined ? [] : ['Unexpected `role` on a table of data, expected none']),
    ...(withoutScope.length > 0 ? ['Unexpected `th` without `scope`, expected `col` or `row`'] : []),
  ]
}

/** The elements of a table but for those of tables inside it. */
function own({ children }: { readonly children: readonly ElementContent[] }): Element[] {
  return children.flatMap(node =>
    node.type === 'element' && node.tagName !== 'table' ? [node, ...own(node)] : [],
  )
}
