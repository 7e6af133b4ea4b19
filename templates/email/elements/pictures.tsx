import type { ElementContent } from 'hast'
import type { ImageAsset } from '../../../pipeline/assets/assets.js'
import type { Handler } from '../../handlers.js'
import { hrefOf } from '../addresses.js'
import { anchorOf } from '../anchor.js'
import { classNames } from '../class-names.js'
import { panel, plainPanel } from '../panel.js'
import { pictureTag, type ShownSize, shownSize } from '../picture.js'
import { type EmailNode, type EmailState, htmlOf, languageOf, nodesOf, within } from '../state.js'
import { css } from '../style.js'
import { font } from '../type-scale.js'
import type { HtmlHandler } from './prose.js'

const isCaption = (child: { readonly tagName: string }) =>
  child.tagName === 'figcaption' || child.tagName === 'credit'

/** CSS px between a picture and its caption. */
const captionGap = 10

/** Its picture, table or code as they stand alone, and the caption close below. */
export const figure: Handler<'figure', EmailNode, EmailState> = (node, state) => {
  const captions = node.children.filter(isCaption)
  const content = node.children.filter(child => !isCaption(child))
  // Code brings a margin of its own; a table's is fixed.
  const gap = content.some(child => child.tagName === 'pre') ? captionGap - 8 : captionGap
  const inner = within({ ...state, rhythm: captions.length > 0 ? gap : state.rhythm + 8 }, node.properties)
  return [
    ...nodesOf(content, inner),
    ...captions.flatMap((caption, index) =>
      htmlOf([caption], {
        ...within(state, node.properties),
        rhythm: index === captions.length - 1 ? state.rhythm + 14 : 0,
      }),
    ),
  ]
}

const smallLine =
  (style: 'caption' | 'credit'): HtmlHandler<'figcaption'> =>
  (node, state) => {
    const { tokens } = state.rendering
    return [
      <p
        {...languageOf(node.properties)}
        className={classNames.muted}
        style={css({
          margin: `0 0 ${state.rhythm}px`,
          font: font(tokens, style, node.properties.lang ?? state.article.meta.lang),
          color: tokens.light.muted,
        })}
      >
        {anchorOf(node.properties, state)}
        {htmlOf(node.children, within(state, node.properties))}
      </p>,
    ]
  }

export const figcaption = smallLine('caption')

/** Set as the caption above it is, in italics. */
export const credit: HtmlHandler<'credit'> = (node, state) =>
  smallLine('credit')({ ...node, tagName: 'figcaption' }, state)

export const picture: HtmlHandler<'picture'> = (node, state) => {
  const { assets, links, tokens } = state.rendering
  const { src, alt, href, title } = node.properties
  const asset = assets.image(state.article, src)
  const target = href === undefined ? undefined : hrefOf(href, state)
  if (!asset) return missing(alt, target, state)
  const tag = pictureTag(links.image(asset), alt, shownSize(asset, state.width), title)
  return [
    <p style={css({ margin: `8px 0 ${state.rhythm}px` })}>
      {target ? (
        <a href={target} style={css({ color: tokens.light.accent })}>
          {tag}
        </a>
      ) : (
        tag
      )}
    </p>,
  ]
}

/** A picture that could not be had: its words stand in its place, and lead where it led. */
function missing(alt: string, target: string | undefined, state: EmailState): ElementContent[] {
  if (!alt && !target) return []
  const { tokens, words } = state.rendering
  const line = alt ? `[${words.image}: ${alt}]` : `[${words.image}]`
  const look = { font: font(tokens, 'caption'), color: tokens.light.muted }
  const shown = (
    <p className={classNames.muted} style={css({ margin: '0 0 12px', ...look })}>
      {target ? (
        <a href={target} style={css({ color: tokens.light.accent })}>
          {line}
        </a>
      ) : (
        line
      )}
    </p>
  )
  return [panel([shown], { ...plainPanel(state), padding: [14, 16, 2] }, state)]
}

/** A picture in a line. */
export const img: HtmlHandler<'img'> = (node, state) => {
  const { src, alt, title } = node.properties
  const asset = state.rendering.assets.image(state.article, src)
  if (!asset) return alt ? [{ type: 'text', value: `[${alt}]` }] : []
  const { width, height } = inlineSize(asset, state)
  return [
    <img
      src={state.rendering.links.image(asset)}
      alt={alt}
      title={title}
      width={width}
      height={height}
      style={css({ 'max-width': '100%', 'vertical-align': 'middle', border: 0 })}
    />,
  ]
}

/** A sign in a line is no taller than the line; a picture that is more than a sign keeps its size. */
function inlineSize(asset: ImageAsset, state: EmailState): ShownSize {
  const { leading, body } = state.rendering.tokens.screen
  const { shownWidth, shownHeight } = asset
  const isSign = shownHeight <= 2 * leading && shownWidth <= 4 * leading
  return shownSize(
    asset,
    isSign ? Math.min(shownWidth, (shownWidth * (body + 4)) / shownHeight) : state.width,
  )
}
