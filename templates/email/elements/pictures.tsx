import type { ElementContent } from 'hast'
import type { Handler } from '../../handlers.js'
import { anchorOf } from '../anchor.js'
import { classNames } from '../class-names.js'
import { image } from '../components.js'
import { pictureTag, shownSize } from '../picture.js'
import { type EmailNode, type EmailState, hrefOf, htmlOf, languageOf, nodesOf, within } from '../state.js'
import { css, font } from '../style.js'
import type { HtmlHandler } from './prose.js'

const isCaption = (child: { readonly tagName: string }) =>
  child.tagName === 'figcaption' || child.tagName === 'credit'

/** CSS px between a picture and its caption. */
const captionGap = 10

/** Its picture, table or code as they stand alone, and the caption close below. */
export const figure: Handler<'figure', EmailNode, EmailState> = (node, state) => {
  const captions = node.children.filter(isCaption)
  const content = node.children.filter(child => !isCaption(child))
  const inner = within({ ...state, rhythm: captions.length > 0 ? 2 : state.rhythm }, node.properties)
  return [
    ...anchorOf(node.properties, state),
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
  (italic: '' | 'italic'): HtmlHandler<'figcaption'> =>
  (node, state) => {
    const { tokens } = state.rendering
    return [
      <p
        {...languageOf(node.properties)}
        className={classNames.muted}
        style={css({
          margin: `0 0 ${state.rhythm}px`,
          font: font(tokens, 'heading', tokens.screen.small, 20, italic),
          color: tokens.light.muted,
        })}
      >
        {anchorOf(node.properties, state)}
        {htmlOf(node.children, within(state, node.properties))}
      </p>,
    ]
  }

export const figcaption = smallLine('')

/** Set as the caption above it is, in italics. */
export const credit: HtmlHandler<'credit'> = (node, state) =>
  smallLine('italic')({ ...node, tagName: 'figcaption' }, state)

export const picture: Handler<'picture', EmailNode, EmailState> = (node, state) => {
  const { assets, links, tokens } = state.rendering
  const { src, alt, href, title } = node.properties
  const asset = assets.image(state.article, src)
  if (!asset) return missing(alt, state)
  const target = href === undefined ? undefined : hrefOf(href, state)
  const size = shownSize(asset, state.width)
  const address = links.image(asset)
  const below = state.rhythm === 2 ? captionGap : state.rhythm + 10
  if (state.place === 'column')
    return [image({ src: address, alt, ...size, href: target, title, below }, state.direction, tokens)]
  const tag = pictureTag(address, alt, size, title)
  return [
    <p style={css({ margin: `0 0 ${below}px` })}>
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

/** A picture that could not be had: its words stand in its place. */
function missing(alt: string, state: EmailState): ElementContent[] {
  if (!alt) return []
  const { tokens, words } = state.rendering
  return [
    <p
      className={classNames.muted}
      style={css({ margin: `0 0 ${Math.max(state.rhythm, 8)}px`, color: tokens.light.muted })}
    >
      [{words.image}: {alt}]
    </p>,
  ]
}

/** A picture in a line. */
export const img: HtmlHandler<'img'> = (node, state) => {
  const { src, alt, title } = node.properties
  const asset = state.rendering.assets.image(state.article, src)
  if (!asset) return alt ? [{ type: 'text', value: `[${alt}]` }] : []
  const { width, height } = shownSize(asset, state.width)
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
