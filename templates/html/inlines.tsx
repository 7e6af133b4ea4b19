import type { ElementContent } from 'hast'
import type { ArticleElement, ElementName } from '../../pipeline/article.js'
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

export const a: Html<'a'> = (node, state) => [
  <a
    {...globalsOf(node.properties, state)}
    href={hrefOf(node.properties.href, state)}
    title={node.properties.title}
  >
    {htmlOf(node.children, state)}
  </a>,
]

export const img: Html<'img'> = (node, state) => {
  const { src, alt } = node.properties
  const asset = state.rendering.assets.image(state.article, src)
  if (!asset) return alt ? [<span className="missing-image">{alt}</span>] : []
  return [
    <img
      {...globalsOf(node.properties, state)}
      src={state.rendering.links.image(asset)}
      alt={alt}
      width={asset.shownWidth}
      height={asset.shownHeight}
      className="inline-image"
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
