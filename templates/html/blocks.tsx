import type { ElementContent } from 'hast'
import type { ArticleElement, ElementName } from '../../pipeline/article.js'
import { elementsNamed } from '../../pipeline/walk.js'
import type { Handler } from '../handlers.js'
import { withoutCalls } from './inlines.js'
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

/** Code runs left to right whatever the text around it does. */
export const pre: Html<'pre'> = (node, state) => [
  <pre {...globalsOf(node.properties, state)} dir="ltr">
    <code>
      {node.children.flatMap((line, index) => [...(index > 0 ? ['\n'] : []), ...htmlOf([line], state)])}
    </code>
  </pre>,
]

export const line: Html<'line'> = (node, state) =>
  node.properties.marked
    ? [<span className="marked">{htmlOf(node.children, state)}</span>]
    : htmlOf(node.children, state)

/** The role keeps Chromium from taking a caption for the picture's own alternative (notes on PDF/UA). */
export const figure: Html<'figure'> = (node, state) => [
  <figure {...globalsOf(node.properties, state)} role="group">
    {htmlOf(
      node.children.filter(child => child.tagName !== 'figcaption' && child.tagName !== 'credit'),
      state,
    )}
    {caption(node, state)}
  </figure>,
]

/** Caption and credit are one `figcaption`: HTML admits a single one. */
function caption(node: ArticleElement<'figure'>, state: HtmlState): ElementContent[] {
  const captions = node.children.filter(child => child.tagName === 'figcaption')
  const credits = node.children.filter(child => child.tagName === 'credit')
  if (captions.length + credits.length === 0) return []
  const parts = [
    ...captions.map(child => htmlOf(child.children, state)),
    ...credits.map(child => htmlOf([child], state)),
  ]
  return [<figcaption>{parts.flatMap((part, index) => (index > 0 ? [' ', ...part] : part))}</figcaption>]
}

export const credit: Html<'credit'> = (node, state) => [
  <span {...globalsOf(node.properties, state)} className="credit">
    {htmlOf(node.children, state)}
  </span>,
]

export const picture: Html<'picture'> = (node, state) => {
  const { src, alt, href } = node.properties
  const asset = state.rendering.assets.image(state.article, src)
  const image = asset ? (
    <img
      src={state.rendering.links.image(asset)}
      alt={alt}
      width={asset.shownWidth}
      height={asset.shownHeight}
    />
  ) : (
    <span className="missing-image">{alt || state.rendering.words.image}</span>
  )
  return [<p className="picture">{href ? <a href={hrefOf(href, state)}>{image}</a> : image}</p>]
}

export const callout: Html<'callout'> = (node, state) => {
  const { kind } = node.properties
  const label = node.children.find(child => child.tagName === 'label')
  const words = label ? htmlOf(label.children, state) : [state.rendering.words.callouts[kind]]
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

export const button: Html<'button'> = (node, state) => [
  <p {...globalsOf(node.properties, state)} className="button">
    <a href={hrefOf(node.properties.href, state)}>{htmlOf(withoutCalls(node.children), state)}</a>
    {htmlOf(elementsNamed(node, 'noteref'), state)}
  </p>,
]

/** A card that leads to what cannot be embedded. */
export const embed: Html<'embed'> = (node, state) => {
  const { url, title, description, image, provider } = node.properties
  const asset = image ? state.rendering.assets.image(state.article, image) : undefined
  return [
    <aside {...globalsOf(node.properties, state)} className="embed">
      {asset ? (
        <p className="embed-image">
          <img
            src={state.rendering.links.image(asset)}
            alt=""
            width={asset.shownWidth}
            height={asset.shownHeight}
          />
        </p>
      ) : undefined}
      <p className="embed-title">
        <a href={url}>{title ?? url}</a>
      </p>
      {description ? <p className="embed-description">{description}</p> : undefined}
      <p className="embed-provider">{provider ?? hostOf(url)}</p>
    </aside>,
  ]
}

/** The host that a card leads to, as readers know it. */
export function hostOf(url: string): string {
  try {
    return new URL(url).host.replace(/^www\./, '')
  } catch {
    return url
  }
}

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
