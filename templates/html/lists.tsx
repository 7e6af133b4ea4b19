import type { ElementContent } from 'hast'
import type { ElementName } from '../../pipeline/article.js'
import type { Handler } from '../handlers.js'
import { globalsOf, type HtmlState, htmlOf } from './state.js'

type Html<Name extends ElementName> = Handler<Name, ElementContent, HtmlState>

export const ul: Html<'ul'> = (node, state) => {
  const items = node.children.map(({ properties: { value: _, ...properties }, ...item }) => ({
    ...item,
    properties,
  }))
  return [<ul {...globalsOf(node.properties, state)}>{htmlOf(items, state)}</ul>]
}

export const ol: Html<'ol'> = (node, state) => {
  const { start, reversed, type } = node.properties
  return [
    <ol {...globalsOf(node.properties, state)} start={start} reversed={reversed} type={type}>
      {htmlOf(node.children, state)}
    </ol>,
  ]
}

/** A task's box is a character with words for it: a form control has no use in a document. */
export const liWith =
  (boxes: { readonly done: string; readonly notDone: string }): Html<'li'> =>
  (node, state) => {
    const { checked, value } = node.properties
    const { words } = state.rendering
    const box =
      checked === undefined
        ? []
        : [
            <span className="task" role="img" ariaLabel={checked ? words.done : words.notDone}>
              {checked ? boxes.done : boxes.notDone}
            </span>,
            ' ',
          ]
    return [
      <li
        {...globalsOf(node.properties, state)}
        value={value}
        className={checked === undefined ? undefined : 'task-item'}
      >
        {withLead(box, htmlOf(node.children, state))}
      </li>,
    ]
  }

export const li = liWith({ done: '☑', notDone: '☐' })

/** Puts `lead` before the first words: inside a first paragraph where there is one. */
function withLead(lead: (ElementContent | string)[], content: ElementContent[]): (ElementContent | string)[] {
  const [first, ...rest] = content
  if (lead.length === 0 || first?.type !== 'element' || first.tagName !== 'p') return [...lead, ...content]
  return [<p>{[...lead, ...first.children]}</p>, ...rest]
}
