import type { ElementContent } from 'hast'
import type { ArticleElement, ElementName } from '../../pipeline/article.js'
import { elementsNamed } from '../../pipeline/walk.js'
import type { Handler } from '../handlers.js'
import { withApartWords } from './code-direction.js'
import { withoutCalls } from './inlines.js'
import { said } from './said.js'
import { globalsOf, type HtmlState, hrefOf, htmlOf } from './state.js'

type Html<Name extends ElementName> = Handler<Name, ElementContent, HtmlState>

/** Elements that mean in HTML what they mean in an article, with no attributes but the global ones. */
type Same =
  | 'h2'
  | 'h3'
  | 'h4'
  | 'p'
  | 'ul'
  | 'dl'
  | 'dt'
  | 'dd'
  | 'caption'
  | 'thead'
  | 'tbody'
  | 'tfoot'
  | 'tr'
  | 'figcaption'
  | 'hr'

/** The HTML element of the same name. */
export const sameBlock =
  <Name extends Same>(Tag: Name): Html<Name> =>
  (node, state) => {
    const { properties, children } = node as ArticleElement<Same>
    const TagName: Same = Tag
    return [<TagName {...globalsOf(properties, state)}>{htmlOf(children, state)}</TagName>]
  }

export const blockquote: Html<'blockquote'> = (node, state) => [
  <blockquote {...globalsOf(node.properties, state)} cite={node.properties.cite}>
    {htmlOf(node.children, state)}
  </blockquote>,
]

/** Repeats or lifts words of the text, so it stands beside the text's own flow. */
export const pullquote: Html<'pullquote'> = (node, state) => [
  <aside {...globalsOf(node.properties, state)} className="pullquote">
    {htmlOf(node.children, state)}
  </aside>,
]

export const attribution: Html<'attribution'> = (node, state) => [
  <p {...globalsOf(node.properties, state)} className="attribution">
    {htmlOf(node.children, state)}
  </p>,
]

/** Its items have no numbers: `value` is an ordered list's alone (HTML, 4.4.8). */
/** Code runs left to right whatever the text around it does. */
export const pre: Html<'pre'> = (node, state) => [
  <pre {...globalsOf(node.properties, state)} dir="ltr">
    <code>
      {node.children.flatMap((line, index) => [...(index > 0 ? ['\n'] : []), ...htmlOf([line], state)])}
    </code>
  </pre>,
]

export const line: Html<'line'> = (node, state) => {
  const words = withApartWords(htmlOf(node.children, state))
  return node.properties.marked ? [<span className="marked">{words}</span>] : words
}

export const callout: Html<'callout'> = (node, state) => {
  const { kind } = node.properties
  const label = node.children.find(child => child.tagName === 'label')
  const words = label
    ? htmlOf(label.children, state)
    : [said(state.rendering.words.callouts[kind], state.rendering.words, state.article.meta.lang)]
  return [
    <aside {...globalsOf(node.properties, state)} className={['callout', `callout-${kind}`]}>
      <p className="callout-label">{words}</p>
      {htmlOf(
        node.children.filter(child => child.tagName !== 'label'),
        state,
      )}
    </aside>,
  ]
}

/** Its callout prints it; alone it has no place. */
export const label: Html<'label'> = (node, state) => htmlOf(node.children, state)

/** One whose target is a merge tag without a default is its words. */
export const button: Html<'button'> = (node, state) =>
  node.properties.href === ''
    ? [<p {...globalsOf(node.properties, state)}>{htmlOf(node.children, state)}</p>]
    : [
        <p {...globalsOf(node.properties, state)} className="button">
          <a href={hrefOf(node.properties.href, state)}>{htmlOf(withoutCalls(node.children), state)}</a>
          {htmlOf(elementsNamed(node, 'noteref'), state)}
        </p>,
      ]

export const verse: Html<'verse'> = (node, state) => [
  <div {...globalsOf(node.properties, state)} className="verse">
    {htmlOf(node.children, state)}
  </div>,
]

/** For a format without a browser's disclosure: shown open, its summary as a label. */
export const detailsOpen: Html<'details'> = (node, state) => [
  <div {...globalsOf(node.properties, state)} className="details">
    {htmlOf(node.children, state)}
  </div>,
]

export const summaryLabel: Html<'summary'> = (node, state) => [
  <p {...globalsOf(node.properties, state)} className="summary">
    {htmlOf(node.children, state)}
  </p>,
]
