import type { ElementContent } from 'hast'
import type { ArticleElement } from '../../../pipeline/article.js'
import type { Handler } from '../../handlers.js'
import { anchorOf } from '../anchor.js'
import { classNames } from '../class-names.js'
import { dataTable } from '../components.js'
import { type EmailNode, type EmailState, htmlOf, languageOf, narrowed, sideOf, within } from '../state.js'
import { css, font, startOf } from '../style.js'
import type { HtmlHandler } from './prose.js'

export const table: Handler<'table', EmailNode, EmailState> = (node, state) => {
  const { tokens } = state.rendering
  const inner = within(narrowed(state, 'cell', 24, 8), node.properties)
  const content = htmlOf(node.children, inner)
  const plain = !node.properties.lang && !node.properties.dir
  if (state.place === 'column' && plain)
    return [...anchorOf(node.properties, state), dataTable(content, state.direction, tokens)]
  return [
    ...anchorOf(node.properties, state),
    <table
      {...languageOf(node.properties)}
      width="100%"
      cellPadding={0}
      cellSpacing={0}
      border={0}
      style={css({
        margin: `0 0 ${state.rhythm + 8}px`,
        font: font(tokens, 'heading', 15, 21),
        color: tokens.light.ink,
      })}
    >
      {content}
    </table>,
  ]
}

export const caption: HtmlHandler<'caption'> = (node, state) => {
  const { tokens } = state.rendering
  return [
    <caption
      {...languageOf(node.properties)}
      className={classNames.muted}
      style={css({
        padding: '0 0 10px',
        'font-size': tokens.screen.small,
        'line-height': 20,
        color: tokens.light.muted,
        'text-align': sideOf(node.properties, state) ?? startOf(state.direction),
      })}
    >
      {anchorOf(node.properties, state)}
      {htmlOf(node.children, within(state, node.properties))}
    </caption>,
  ]
}

type Group = 'thead' | 'tbody' | 'tfoot' | 'tr'

/** The HTML element of the same name. */
export const group =
  <Name extends Group>(name: Name): HtmlHandler<Name> =>
  (node, state) => {
    const { properties, children } = node as ArticleElement<Group>
    const Name: Group = name
    return [<Name {...languageOf(properties)}>{htmlOf(children, within(state, properties))}</Name>]
  }

function cellOf(node: ArticleElement<'th'> | ArticleElement<'td'>, state: EmailState) {
  const { align, colSpan, rowSpan } = node.properties
  const inner = within(state, node.properties)
  const side = align ?? startOf(inner.direction)
  return {
    attributes: {
      ...languageOf(node.properties),
      className: classNames.hairline,
      align: side,
      vAlign: 'top' as const,
      colSpan,
      rowSpan,
    },
    content: contentOf(node, inner),
    border: `1px solid ${state.rendering.tokens.light.line}`,
    padding: side === 'right' ? '8px 0 8px 12px' : side === 'center' ? '8px 6px' : '8px 12px 8px 0',
  }
}

/** A cell of one paragraph is its words: their margins would be in the way. */
function contentOf(node: ArticleElement<'th'> | ArticleElement<'td'>, state: EmailState): ElementContent[] {
  const [first, second] = node.children
  const bare = first?.type === 'element' && first.tagName === 'p' && second === undefined
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
