import { wordsOf } from '../../../pipeline/walk.js'
import { isAlone, titleId } from '../../rendering.js'
import { idOf } from '../addresses.js'
import { anchorAt } from '../anchor.js'
import { classNames } from '../class-names.js'
import { panel, plainPanel } from '../panel.js'
import { pictureTag, shownSize } from '../picture.js'
import { box, css, mirrored } from '../style.js'
import { font } from '../type-scale.js'
import { continuationOf } from './continuation.js'
import type { ArticlePart } from './parts.js'

/** The article's title: the one h1 of an issue of one article. */
export const title: ArticlePart = state => {
  const { tokens } = state.rendering
  const { meta } = state.article
  const alone = isAlone(state.rendering)
  const Title = alone ? 'h1' : 'h2'
  return [
    ...(alone ? [] : [anchorAt(titleId(state.article))]),
    <Title
      className={alone ? classNames.title : undefined}
      style={css({
        margin: box(0, 0, meta.subtitle ? 6 : 14),
        font: font(tokens, alone ? 'title' : 'smallTitle'),
      })}
    >
      {meta.title}
    </Title>,
    ...(meta.subtitle
      ? [<p style={css({ margin: '0 0 14px', font: font(tokens, 'subtitle') })}>{meta.subtitle}</p>]
      : []),
  ]
}

export const standfirst: ArticlePart = ({ rendering: { tokens }, article: { meta } }) =>
  meta.standfirst
    ? [
        <p
          className={classNames.muted}
          style={css({
            margin: '0 0 20px',
            font: font(tokens, 'standfirst', meta.lang),
            color: tokens.light.muted,
          })}
        >
          {meta.standfirst}
        </p>,
      ]
    : []

/** The picture that the front matter names. */
export const cover: ArticlePart = state => {
  const { assets, links, tokens } = state.rendering
  const { meta } = state.article
  const asset = meta.cover ? assets.image(state.article, meta.cover.src) : undefined
  if (!meta.cover || !asset) return []
  const { alt, caption } = meta.cover
  const below = caption ? 10 : 30
  return [
    <p style={css({ margin: `0 0 ${below}px` })}>
      {pictureTag(links.image(asset), alt, shownSize(asset, state.width))}
    </p>,
    ...(caption
      ? [
          <p
            className={classNames.muted}
            style={css({
              margin: '0 0 30px',
              font: font(tokens, 'caption'),
              color: tokens.light.muted,
            })}
          >
            {caption}
          </p>,
        ]
      : []),
  ]
}

/** The article's second headings with links to them, where it asks for contents. */
export const contents: ArticlePart = state => {
  const { tokens, words } = state.rendering
  const { meta, tree } = state.article
  const kept = tree.children.flatMap(node =>
    node.tagName === 'h2' ? [{ heading: node, href: `#${idOf(node.properties.id, state)}` }] : [],
  )
  const headings = [...kept, ...(continuationOf(state)?.headings ?? [])]
  if (!meta.toc || headings.length < 2) return []
  const list = [
    <p style={css({ margin: '0 0 6px', font: font(tokens, 'label') })}>{words.contents}</p>,
    <ul style={css({ margin: mirrored(state.direction, 0, 0, 12, 20), padding: 0 })}>
      {headings.map(({ heading, href }) => (
        <li>
          {href ? (
            <a href={href} style={css({ color: tokens.light.accent })}>
              {wordsOf(heading)}
            </a>
          ) : (
            wordsOf(heading)
          )}
        </li>
      ))}
    </ul>,
  ]
  return [panel(list, plainPanel(state), state)]
}
