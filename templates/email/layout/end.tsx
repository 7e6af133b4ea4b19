import { smallPicture } from '../beside.js'
import { classNames } from '../class-names.js'
import { panel, plainPanel } from '../panel.js'
import { sectionLabel } from '../section-label.js'
import { css } from '../style.js'
import { font } from '../type-scale.js'
import type { ArticlePart } from './parts.js'

/** Interests of the authors that the reader should know of. */
export const disclosure: ArticlePart = state => {
  const { tokens, words } = state.rendering
  const disclosures = state.article.meta.authors.flatMap(author => author.disclosure ?? [])
  if (disclosures.length === 0) return []
  return [
    sectionLabel(words.disclosure, state),
    ...disclosures.map(text => (
      <p
        className={classNames.muted}
        style={css({ margin: '0 0 16px', font: font(tokens, 'note'), color: tokens.light.muted })}
      >
        {text}
      </p>
    )),
  ]
}

/** Where a republished article is from, under which licence, and the way to the original. */
export const source: ArticlePart = state => {
  const { tokens, words, assets, links } = state.rendering
  const { source: from } = state.article.meta
  if (!from) return []
  const link = (words: string) =>
    from.url ? (
      <a href={from.url} style={css({ color: tokens.light.accent })}>
        {words}
      </a>
    ) : (
      words
    )
  const line = (
    <p style={css({ margin: '0 0 12px', font: font(tokens, 'byline') })}>
      {from.republished ? words.republishedFrom : `${words.source}:`} {link(from.name)}
      {from.license ? ` (${from.license})` : ''}.{from.url ? [' ', link(words.viewOriginal), '.'] : undefined}
    </p>
  )
  const asset = from.logo && assets.image(state.article, from.logo, 'mark')
  const mark = asset
    ? [<p style={css({ margin: '0 0 10px' })}>{smallPicture(links.image(asset), '', asset)}</p>]
    : []
  return [panel([...mark, line], { ...plainPanel(state), padding: [16, 20, 4] }, { ...state, rhythm: 12 })]
}
