import type { ElementContent } from 'hast'
import type { ArticleElement, ElementName } from '../../pipeline/article.js'
import type { Handler } from '../handlers.js'
import { hostOf } from '../host.js'
import { globalsOf, type HtmlState, hrefOf, htmlOf } from './state.js'

type Html<Name extends ElementName> = Handler<Name, ElementContent, HtmlState>

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
