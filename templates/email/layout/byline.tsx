import type { ElementContent } from 'hast'
import type { Author } from '../../../pipeline/article.js'
import type { ImageAsset } from '../../../pipeline/assets/assets.js'
import { correctionsOf, updateOf } from '../../corrections.js'
import { listed, longDate } from '../../words.js'
import { beside } from '../beside.js'
import { classNames } from '../class-names.js'
import type { EmailState } from '../state.js'
import { css } from '../style.js'
import { font } from '../type-scale.js'
import type { ArticlePart } from './parts.js'

/** A line of words. */
type Line = (ElementContent | string)[]

/** CSS px under the byline where the text follows, and between authors who have a line each. */
export const belowByline = 32
const between = 12

/** Names first, then who they are, then the publisher that it is taken from, then the date where it was changed. With a portrait each author has a row. */
export const byline: ArticlePart = state => {
  const { rendering, article } = state
  const { meta } = article
  const faces = meta.authors.map(({ portrait }) =>
    portrait === undefined ? undefined : rendering.assets.image(article, portrait, 'portrait'),
  )
  const update = updateOf(meta)
  const updated = update ? [`${rendering.words.updated} ${longDate(update, meta.lang)}`] : undefined
  const more = [originOf(state), updated].flatMap(line => (line ? [line] : []))
  const below = correctionsOf(article, rendering).length > 0 ? between : belowByline
  if (faces.some(face => face !== undefined)) return rows(meta.authors, faces, more, below, state)
  const lines = [...words(meta.authors, state), ...more]
  return lines.length > 0 ? [paragraph(lines, below, state)] : []
}

/** The publisher that a republished article is taken from. */
function originOf({ rendering, article: { meta } }: EmailState): Line | undefined {
  const { source: from } = meta
  if (!from?.republished) return undefined
  const name = from.url ? (
    <a href={from.url} style={css({ color: rendering.tokens.light.accent })}>
      {from.name}
    </a>
  ) : (
    from.name
  )
  return [`${rendering.words.republishedFrom} `, name]
}

/** "By one and the other", and then each one's standing. */
function words(authors: readonly Author[], { rendering, article: { meta } }: EmailState): Line[] {
  if (authors.length === 0) return []
  const names = listed(
    authors.map(author => author.name),
    meta.lang,
  )
  const standing = authors.flatMap(author => {
    const text = standingOf(author)
    return text ? [[authors.length > 1 ? `${author.name}: ${text}` : text]] : []
  })
  return [[`${rendering.words.by} `, strong(names, rendering.tokens.light.ink)], ...standing]
}

function rows(
  authors: readonly Author[],
  faces: readonly (ImageAsset | undefined)[],
  more: readonly Line[],
  below: number,
  state: EmailState,
): ElementContent[] {
  const { rendering, direction } = state
  const width = Math.max(...faces.map(face => face?.shownWidth ?? 0))
  const [only] = authors
  const linesOf = (author: Author): Line[] => {
    const standing = standingOf(author)
    return [[strong(author.name, rendering.tokens.light.ink)], ...(standing ? [[standing]] : [])]
  }
  const shown = authors.map((author, index) => {
    const last = index === authors.length - 1
    const lines = only === author && last ? words(authors, state) : linesOf(author)
    return beside(
      {
        picture: faces[index],
        width,
        // The name is beside it.
        alt: '',
        round: true,
        words: [paragraph(last ? [...lines, ...more] : lines, 0, state)],
        direction,
        margin: `0 0 ${last ? below : between}px`,
      },
      rendering,
    )
  })
  return shown
}

const standingOf = ({ role, affiliation }: Author): string => [role, affiliation].filter(Boolean).join(', ')

const strong = (text: string, color: string): ElementContent => <strong style={css({ color })}>{text}</strong>

const paragraph = (lines: readonly Line[], under: number, { rendering: { tokens } }: EmailState) => (
  <p
    className={classNames.muted}
    style={css({
      margin: under > 0 ? `0 0 ${under}px` : 0,
      font: font(tokens, 'byline'),
      color: tokens.light.muted,
    })}
  >
    {lines.flatMap((line, index) => (index > 0 ? [<br />, ...line] : line))}
  </p>
)
