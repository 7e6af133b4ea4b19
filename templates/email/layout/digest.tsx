import type { ElementContent } from 'hast'
import { isAlone, titleId } from '../../rendering.js'
import { listed } from '../../words.js'
import { anchorAt } from '../anchor.js'
import { classNames } from '../class-names.js'
import { pictureTag, shownSize } from '../picture.js'
import { nodesOf } from '../state.js'
import { css } from '../style.js'
import { font } from '../type-scale.js'
import { standfirst } from './front.js'
import type { ArticlePart } from './parts.js'

/** An article's picture, title, standfirst and authors, each leading to the whole, and the way there in words. */
export const digest: ArticlePart = state => {
  const { article, rendering } = state
  const { assets, links, tokens, words, digests } = rendering
  const { meta, tree } = article
  const way = digests?.get(article.key)
  if (!way) return []
  const Title = isAlone(rendering) ? 'h1' : 'h2'
  const { cover } = meta
  const asset = cover && assets.image(article, cover.src)
  const names = listed(
    meta.authors.map(({ name }) => name),
    meta.lang,
  )
  const link = (content: ElementContent | string, look: Readonly<Record<string, string>>) => (
    <a href={way.href} style={css(look)}>
      {content}
    </a>
  )
  return [
    anchorAt(titleId(article)),
    ...(cover && asset
      ? [
          <p style={css({ margin: '0 0 16px' })}>
            {link(pictureTag(links.image(asset), cover.alt, shownSize(asset, state.width)), {
              color: tokens.light.accent,
            })}
          </p>,
        ]
      : []),
    <Title style={css({ margin: '0 0 8px', font: font(tokens, 'smallTitle') })}>
      <a
        href={way.href}
        className={classNames.name}
        style={css({ color: tokens.light.ink, 'text-decoration': 'none' })}
      >
        {meta.title}
      </a>
    </Title>,
    ...(meta.standfirst ? standfirst(state) : nodesOf(tree.children, state)),
    <p style={css({ margin: '0 0 10px', font: font(tokens, 'byline') })}>
      {names ? `${words.by} ${names}. ` : undefined}
      {link(way.sourceName ? `${words.readFullOn} ${way.sourceName}` : words.continueReading, {
        color: tokens.light.accent,
        'font-weight': 'bold',
      })}
    </p>,
  ]
}
