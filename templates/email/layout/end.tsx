import type { ElementContent } from 'hast'
import { licenceOf } from '../../../pipeline/licence.js'
import { smallPicture } from '../beside.js'
import { classNames } from '../class-names.js'
import { panel, plainPanel } from '../panel.js'
import { sectionLabel } from '../section-label.js'
import type { EmailState } from '../state.js'
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

/**
 * The publisher's page-view counter of a republished article, where the publication turns it on, with words that say so.
 * Of a digest nothing is counted: it is not the article.
 */
function counter(state: EmailState): ElementContent[] {
  const { publication, tokens, words, digests } = state.rendering
  const { source: from } = state.article.meta
  if (!publication.email.counters || !from?.republished || from.counter === undefined) return []
  if (digests?.has(state.article.key)) return []
  return [
    <p
      className={classNames.muted}
      style={css({ margin: '0 0 12px', font: font(tokens, 'caption'), color: tokens.light.muted })}
    >
      {from.name} {words.countsEmail}{' '}
      <img src={from.counter} alt="" width={1} height={1} style={css({ border: 0 })} />
    </p>,
  ]
}

/** Where a republished article is from, under which licence, and the way to the original. */
export const source: ArticlePart = state => {
  const { tokens, words, assets, links } = state.rendering
  const { source: from } = state.article.meta
  if (!from) return []
  const link = (words: string, href: string | undefined) =>
    href ? (
      <a href={href} style={css({ color: tokens.light.accent })}>
        {words}
      </a>
    ) : (
      words
    )
  const licence = licenceOf(state.article.meta)
  const line = (
    <p style={css({ margin: '0 0 12px', font: font(tokens, 'byline') })}>
      {from.republished ? words.republishedFrom : `${words.source}:`} {link(from.name, from.url)}
      {licence ? [' (', link(licence.name, licence.url), ')'] : undefined}.
      {from.url ? [' ', link(words.viewOriginal, from.url), '.'] : undefined}
    </p>
  )
  const asset = from.logo && assets.image(state.article, from.logo, 'mark')
  const mark = asset
    ? [<p style={css({ margin: '0 0 10px' })}>{smallPicture(links.image(asset), '', asset)}</p>]
    : []
  const look = { ...plainPanel(state), padding: [16, 20, 4] } as const
  return [panel([...mark, line, ...counter(state)], look, { ...state, rhythm: 12 })]
}
