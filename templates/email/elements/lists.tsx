import type { ElementContent } from 'hast'
import type { ArticleElement } from '../../../pipeline/article.js'
import { anchorOf } from '../anchor.js'
import { type EmailState, htmlOf, languageOf, narrowed, sideOf, within } from '../state.js'
import { box, css, mirrored } from '../style.js'
import type { HtmlHandler } from './prose.js'

const indent = 26
/** CSS px between the blocks and the items of a list. */
const close = 8

/** A list in an item sits close under its words; one that stands alone has a paragraph's rhythm. */
const above = ({ place }: EmailState) => (place === 'item' ? close : 0)
const below = ({ place, rhythm }: EmailState) => (place === 'item' ? 0 : rhythm)

/** Indented by its margin, for the Word engine of Outlook knows no padding of a list and would hang its marks outside. */
const indented = (state: EmailState, inner: EmailState) => ({
  margin: mirrored(inner.direction, above(state), 0, below(state), indent),
  padding: 0,
})

const inList = (state: EmailState): EmailState => narrowed(state, 'item', indent, close)

export const ul: HtmlHandler<'ul'> = (node, state) => {
  const inner = within(inList(state), node.properties)
  const tasks = node.children.every(item => item.properties.checked !== undefined)
  return [
    <ul
      {...languageOf(node.properties)}
      style={css({
        ...(tasks ? { margin: box(above(state), 0, below(state)), padding: 0 } : indented(state, inner)),
        'list-style': tasks ? 'none' : undefined,
        'text-align': sideOf(node.properties, state),
      })}
    >
      {htmlOf(node.children, inner)}
    </ul>,
  ]
}

export const ol: HtmlHandler<'ol'> = (node, state) => {
  const { start, reversed, type } = node.properties
  const inner = within(inList(state), node.properties)
  return [
    <ol
      {...languageOf(node.properties)}
      start={start}
      reversed={reversed}
      type={type}
      style={css({
        ...indented(state, inner),
        'text-align': sideOf(node.properties, state),
      })}
    >
      {htmlOf(node.children, inner)}
    </ol>,
  ]
}

/** A task's box is a character with words for it: email clients take form controls away. */
export const li: HtmlHandler<'li'> = (node, state) => {
  const { checked, value } = node.properties
  const { words } = state.rendering
  const box =
    checked === undefined
      ? []
      : [
          <span role="img" ariaLabel={checked ? words.done : words.notDone}>
            {checked ? '☑' : '☐'}
          </span>,
          { type: 'text' as const, value: ' ' },
        ]
  return [
    <li {...languageOf(node.properties)} value={value} style={css({ margin: `0 0 ${close}px` })}>
      {anchorOf(node.properties, state)}
      {withLead(box, itemOf(node, within(state, node.properties)))}
    </li>,
  ]
}

/** An item of one paragraph is its words: their margins would be in the way. */
function itemOf(node: ArticleElement<'li'> | ArticleElement<'dd'>, state: EmailState): ElementContent[] {
  const [first, ...rest] = node.children
  const bare = first?.type === 'element' && first.tagName === 'p' && rest.every(isList)
  if (!bare || Object.keys(first.properties).length > 0) return htmlOf(node.children, state)
  return [...htmlOf(first.children, state), ...htmlOf(rest, state)]
}

const isList = (node: { readonly type: string; readonly tagName?: string }) =>
  node.tagName === 'ul' || node.tagName === 'ol'

/** Puts `lead` before the first words: inside a first paragraph where there is one. */
function withLead(lead: readonly ElementContent[], content: ElementContent[]): ElementContent[] {
  const [first, ...rest] = content
  if (lead.length === 0 || first?.type !== 'element' || first.tagName !== 'p') return [...lead, ...content]
  return [{ ...first, children: [...lead, ...first.children] }, ...rest]
}

export const dl: HtmlHandler<'dl'> = (node, state) => {
  const inner = within(narrowed(state, 'item', indent, close), node.properties)
  return [
    <dl
      {...languageOf(node.properties)}
      style={css({
        margin: box(above(state), 0, below(state)),
        'text-align': sideOf(node.properties, state),
      })}
    >
      {htmlOf(node.children, inner)}
    </dl>,
  ]
}

export const dt: HtmlHandler<'dt'> = (node, state) => [
  <dt {...languageOf(node.properties)} style={css({ 'font-weight': 'bold' })}>
    {anchorOf(node.properties, state)}
    {htmlOf(node.children, within(state, node.properties))}
  </dt>,
]

export const dd: HtmlHandler<'dd'> = (node, state) => {
  const inner = within(state, node.properties)
  return [
    <dd {...languageOf(node.properties)} style={css({ margin: mirrored(inner.direction, 0, 0, 12, indent) })}>
      {anchorOf(node.properties, state)}
      {itemOf(node, inner)}
    </dd>,
  ]
}
