import type { ElementContent } from 'hast'
import type { AnyElement, ArticleElement, ArticleNode, ElementName } from '../../pipeline/article.js'
import { elementsNamed } from '../../pipeline/walk.js'
import { codeColour } from '../code-colours.js'
import type { Handler } from '../handlers.js'
import { globalsOf, type HtmlState, hrefOf, htmlOf } from './state.js'

type Html<Name extends ElementName> = Handler<Name, ElementContent, HtmlState>

type Same =
  | 'em'
  | 'strong'
  | 'del'
  | 'ins'
  | 'mark'
  | 'code'
  | 'kbd'
  | 'sub'
  | 'sup'
  | 'cite'
  | 'br'
  | 'ruby'
  | 'rt'
  | 'rp'
  | 'bdi'
  | 'bdo'
  | 'span'

/** The HTML element of the same name. */
export const sameInline =
  <Name extends Same>(Tag: Name): Html<Name> =>
  (node, state) => {
    const { properties, children } = node as ArticleElement<Same>
    const TagName: Same = Tag
    return [<TagName {...globalsOf(properties, state)}>{htmlOf(children, state)}</TagName>]
  }

/** Its purpose is its direction: HTML has none without one (4.5.25). */
export const bdo: Html<'bdo'> = (node, state) => {
  const { dir } = node.properties
  const Tag = dir === 'ltr' || dir === 'rtl' ? 'bdo' : 'span'
  return [<Tag {...globalsOf(node.properties, state)}>{htmlOf(node.children, state)}</Tag>]
}

export const abbr: Html<'abbr'> = (node, state) => [
  <abbr {...globalsOf(node.properties, state)} title={node.properties.title}>
    {htmlOf(node.children, state)}
  </abbr>,
]

export const q: Html<'q'> = (node, state) => [
  <q {...globalsOf(node.properties, state)} cite={node.properties.cite}>
    {htmlOf(node.children, state)}
  </q>,
]

/**
 * No link may stand in a link (HTML, 4.5.1): the calls of notes that one holds follow it. One whose target is a merge tag
 * without a default is its words.
 */
export const a: Html<'a'> = (node, state) =>
  node.properties.href === ''
    ? htmlOf(node.children, state)
    : [
        <a
          {...globalsOf(node.properties, state)}
          href={hrefOf(node.properties.href, state)}
          title={node.properties.title}
        >
          {htmlOf(withoutCalls(node.children), state)}
        </a>,
        ...htmlOf(elementsNamed(node, 'noteref'), state),
      ]

/** What a link may hold of a line. */
export const withoutCalls = (nodes: readonly ArticleNode[]): ArticleNode[] =>
  nodes
    .filter(node => node.type === 'text' || node.tagName !== 'noteref')
    .map(node =>
      node.type === 'text'
        ? node
        : ({ ...node, children: withoutCalls(node.children as ArticleNode[]) } as AnyElement),
    )

/** CSS px: what is higher is no sign in a line, to be set as high as its letters, but a picture that happens to be in one. */
const tallestSign = 64

export const img: Html<'img'> = (node, state) => {
  const { src, alt } = node.properties
  const asset = state.rendering.assets.image(state.article, src)
  if (!asset) return [<span className="missing-image">{alt || state.rendering.words.image}</span>]
  return [
    <img
      {...globalsOf(node.properties, state)}
      src={state.rendering.links.image(asset)}
      alt={alt}
      width={asset.shownWidth}
      height={asset.shownHeight}
      className={asset.shownHeight <= tallestSign ? 'inline-image' : undefined}
    />,
  ]
}

export const token: Html<'token'> = (node, state) => {
  const colour = codeColour(node.properties.kind)
  const children = htmlOf(node.children, state)
  return colour ? [<span className={`code-${colour}`}>{children}</span>] : children
}

/** A place that is filled for each reader: where readers are not known, its default stands. */
export const mergetag: Html<'mergetag'> = node =>
  node.properties.default ? [{ type: 'text', value: node.properties.default }] : []

export const math: Html<'math'> = node => [mathml(node, 'inline')]

export const equation: Html<'equation'> = (node, state) => [
  <div {...globalsOf(node.properties, state)} className="equation">
    {mathml(node, 'block')}
  </div>,
]

/** MathML with its TeX as alternative text; a formula that could not be set is its TeX, as code. */
function mathml(
  node: ArticleElement<'math'> | ArticleElement<'equation'>,
  display: 'block' | 'inline',
): ElementContent {
  const { tex } = node.properties
  const root = node.children.find(child => child.tagName === 'math')
  // MathML elements are hast elements, held to presentation when they entered the tree.
  const content = (root?.children ?? node.children) as readonly ElementContent[]
  if (content.length === 0) return <code className="tex">{tex}</code>
  return (
    <math xmlns="http://www.w3.org/1998/Math/MathML" display={display} alttext={tex}>
      {content}
    </math>
  )
}
