import type { Element, ElementContent } from 'hast'
import { codeColour } from '../../code-colours.js'
import { classNames, codeClasses } from '../class-names.js'
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
      {joined(lines)}
    </pre>
  )
  const look = { ...plainPanel(state), padding: [14, 16, 14] } as const
  return [panel([block], look, state)]
}

/** With neighbours that look the same as one, and the blanks between them inside: each costs more than its word. */
function joined(nodes: readonly ElementContent[]): ElementContent[] {
  const result: ElementContent[] = []
  for (const [index, node] of nodes.entries()) {
    const last = result.at(-1)
    const blank = node.type === 'text' && node.value.trim() === ''
    const like = blank ? nodes[index + 1] : node
    if (!isSpan(last) || !isSpan(like) || !looksAs(last, like)) result.push(node)
    else {
      const more = blank ? [node] : node.type === 'element' ? node.children : []
      result.splice(-1, 1, { ...last, children: [...last.children, ...more] })
    }
  }
  return result
}

const isSpan = (node: ElementContent | undefined): node is Element =>
  node?.type === 'element' && node.tagName === 'span'

const looksAs = (one: Element, other: Element): boolean =>
  JSON.stringify(one.properties) === JSON.stringify(other.properties)

/** Four spaces a tab: Outlook draws none in HTML. */
const tab = '    '

const expanded = (nodes: readonly ElementContent[]): ElementContent[] =>
  nodes.map(node => (node.type === 'text' ? { ...node, value: node.value.replaceAll('\t', tab) } : node))

export const line: HtmlHandler<'line'> = (node, state) => {
  const content = joined(expanded(htmlOf(node.children, state)))
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
    <span className={codeClasses[colour]} style={css({ color: state.rendering.tokens.light.code[colour] })}>
      {content}
    </span>,
  ]
}
