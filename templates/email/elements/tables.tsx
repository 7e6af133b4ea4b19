import type { ElementContent } from 'hast'
import type { ArticleElement } from '../../../pipeline/article.js'
import { wordsOf } from '../../../pipeline/walk.js'
import type { Handler } from '../../handlers.js'
import { type Cell, gridOf, spansOn } from '../../table-grid.js'
import { anchorOf } from '../anchor.js'
import { classNames } from '../class-names.js'
import { dataTable } from '../components.js'
import { largest } from '../largest.js'
import { type EmailNode, type EmailState, htmlOf, languageOf, narrowed, sideOf, within } from '../state.js'
import { css, startOf } from '../style.js'
import { font, telephoneWidth, typeScale } from '../type-scale.js'
import type { HtmlHandler } from './prose.js'

export const table: Handler<'table', EmailNode, EmailState> = (node, state) => {
  const { tokens } = state.rendering
  const inner = within(narrowed(state, 'cell', 24, 8), node.properties)
  const content = fitsTelephone(node, state)
    ? unbroken(htmlOf(node.children, inner))
    : htmlOf(node.children, inner)
  const plain = !node.properties.lang && !node.properties.dir
  if (state.place === 'column' && plain) return [dataTable(content, state.direction, tokens)]
  return [
    <table
      {...languageOf(node.properties)}
      width="100%"
      cellPadding={0}
      cellSpacing={0}
      border={0}
      style={css({
        margin: `0 0 ${state.rhythm + 8}px`,
        font: font(tokens, 'table'),
        color: tokens.light.ink,
      })}
    >
      {content}
    </table>,
  ]
}

/** CSS px that a cell has beside its words. */
const cellSides = 12

/**
 * Whether each column can keep its longest word whole on a telephone. MJML lets every word of the column break anywhere,
 * which makes a narrow column of a table narrower than its words; but a table of long words has to break them.
 */
function fitsTelephone(node: ArticleElement<'table'>, { rendering: { tokens } }: EmailState): boolean {
  const columns: number[] = []
  for (const group of node.children) {
    if (group.tagName === 'caption') continue
    for (const row of gridOf(group.children)) {
      for (const [x, { cell }] of row.entries()) {
        if (!cell || spansOn(row, x) || spansOn(row, x - 1)) continue
        const words = wordsOf(cell).split(/\s+/)
        columns[x] = largest(
          words.map(word => word.length),
          columns[x] ?? 0,
        )
      }
    }
  }
  // A letter of the small table's face is about half as wide as it is high.
  const letter = typeScale(tokens).smallTable.size / 2
  const width = columns.reduce((sum, letters) => sum + letters * letter + cellSides, 0)
  return width <= telephoneWidth
}

const unbroken = (groups: readonly ElementContent[]): ElementContent[] =>
  groups.map(group =>
    group.type === 'element' && group.tagName !== 'caption'
      ? { ...group, properties: { ...group.properties, style: css({ 'word-break': 'normal' }) } }
      : group,
  )

export const caption: HtmlHandler<'caption'> = (node, state) => {
  const { tokens } = state.rendering
  return [
    <caption
      {...languageOf(node.properties)}
      className={classNames.muted}
      style={css({
        padding: '0 0 10px',
        font: font(tokens, 'caption'),
        color: tokens.light.muted,
        'text-align': sideOf(node.properties, state) ?? startOf(state.direction),
      })}
    >
      {anchorOf(node.properties, state)}
      {htmlOf(node.children, within(state, node.properties))}
    </caption>,
  ]
}

type Group = 'thead' | 'tbody' | 'tfoot'

/** The HTML element of the same name. */
export const group =
  <Name extends Group>(name: Name): HtmlHandler<Name> =>
  (node, state) => {
    const { properties, children } = node as ArticleElement<Group>
    const Name: Group = name
    return [<Name {...languageOf(properties)}>{htmlOf(children, within(state, properties))}</Name>]
  }

export const tr: HtmlHandler<'tr'> = (node, state) => [
  <tr {...languageOf(node.properties)} vAlign="top">
    {htmlOf(node.children, within(state, node.properties))}
  </tr>,
]

function cellOf(node: Cell, state: EmailState) {
  const { align, colSpan, rowSpan } = node.properties
  const inner = within(state, node.properties)
  // A cell of a head is centred, and one of a body on the left, unless they are told otherwise.
  const isDefault = node.tagName === 'td' && align === undefined && inner.direction === 'ltr'
  const side = isDefault ? undefined : (align ?? startOf(inner.direction))
  return {
    attributes: {
      ...languageOf(node.properties),
      className: `${classNames.hairline} ${classNames.cell}`,
      align: side,
      colSpan,
      rowSpan,
    },
    content: contentOf(node, inner),
    border: `1px solid ${state.rendering.tokens.light.line}`,
    padding: '8px 6px',
  }
}

/** A cell of one paragraph is its words: their margins would be in the way. */
function contentOf(node: Cell, state: EmailState): ElementContent[] {
  const [first, second] = node.children
  const alone = first?.type === 'element' && first.tagName === 'p' && second === undefined
  const bare = alone && Object.keys(first.properties).length === 0
  return htmlOf(bare ? first.children : node.children, state)
}

export const td: HtmlHandler<'td'> = (node, state) => {
  const { attributes, content, border, padding } = cellOf(node, state)
  return [
    <td {...attributes} style={css({ padding, 'border-bottom': border })}>
      {anchorOf(node.properties, state)}
      {content}
    </td>,
  ]
}

export const th: HtmlHandler<'th'> = (node, state) => {
  const { attributes, content, border, padding } = cellOf(node, state)
  return [
    <th
      {...attributes}
      scope={node.properties.scope}
      style={css({ padding, 'border-bottom': border, 'font-weight': 'bold' })}
    >
      {anchorOf(node.properties, state)}
      {content}
    </th>,
  ]
}
