import type { ElementContent } from 'hast'
import { codeColour } from '../../code-colours.js'
import { classNames } from '../class-names.js'
import { markedLine } from '../mixed.js'
import { panel, plainPanel } from '../panel.js'
import { htmlOf, narrowed } from '../state.js'
import { css } from '../style.js'
import { font } from '../type-scale.js'
import type { HtmlHandler } from './prose.js'

/** Code runs left to right whatever the text around it does, and a long line wraps: nothing scrolls in an inbox. */
export const pre: HtmlHandler<'pre'> = (node, state) => {
  const { tokens } = state.rendering
  const lines = node.children.flatMap((line, index): ElementContent[] => [
    ...(index > 0 ? [{ type: 'text' as const, value: '\n' }] : []),
    ...htmlOf([line], narrowed(state, 'cell', 32)),
  ])
  const block = (
    <pre
      dir="ltr"
      lang={node.properties.lang}
      className={classNames.code}
      style={css({
        margin: 0,
        font: font(tokens, 'code'),
        'text-align': 'left',
        'white-space': 'pre-wrap',
        'word-break': 'break-word',
      })}
    >
      {lines}
    </pre>
  )
  const look = { ...plainPanel(state), padding: [14, 16, 14] } as const
  return [panel([block], look, state)]
}

/** Four spaces a tab: Outlook draws none in HTML. */
const tab = '    '

const expanded = (nodes: readonly ElementContent[]): ElementContent[] =>
  nodes.map(node => (node.type === 'text' ? { ...node, value: node.value.replaceAll('\t', tab) } : node))

export const line: HtmlHandler<'line'> = (node, state) => {
  const content = expanded(htmlOf(node.children, state))
  const background = markedLine(state.rendering.tokens.light)
  return node.properties.marked
    ? [
        <span className={classNames.markedLine} style={css({ background })}>
          {content}
        </span>,
      ]
    : content
}

export const token: HtmlHandler<'token'> = (node, state) => {
  const colour = codeColour(node.properties.kind)
  const content = expanded(htmlOf(node.children, state))
  if (!colour) return content
  return [
    <span
      className={`${classNames.code}-${colour}`}
      style={css({ color: state.rendering.tokens.light.code[colour] })}
    >
      {content}
    </span>,
  ]
}
