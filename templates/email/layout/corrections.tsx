import type { ElementContent } from 'hast'
import type { Correction } from '../../../pipeline/article.js'
import { correctedOn, correctionsId, correctionsOf, issueCorrectionsOf } from '../../corrections.js'
import type { Rendering } from '../../rendering.js'
import { longDate } from '../../words.js'
import { anchorAt } from '../anchor.js'
import { classNames } from '../class-names.js'
import { panel, plainPanel } from '../panel.js'
import { css } from '../style.js'
import { columnRhythm, font } from '../type-scale.js'
import { belowByline } from './byline.js'
import type { ArticlePart, IssuePart } from './parts.js'

/** Under the byline: that the article was corrected and when, with the way to the notices. */
export const corrected: ArticlePart = ({ rendering, article }) => {
  const { light } = rendering.tokens
  const words = correctedOn(article, rendering)
  if (!words) return []
  const look = { margin: `0 0 ${belowByline}px`, font: font(rendering.tokens, 'byline'), color: light.muted }
  return [
    <p className={classNames.muted} style={css(look)}>
      <a href={`#${correctionsId(article)}`} style={css({ color: light.accent })}>
        {words}
      </a>
    </p>,
  ]
}

/** After the text: what was wrong, each with its date. */
export const corrections: ArticlePart = state => {
  const { rendering, article } = state
  const notices = noticesOf(correctionsOf(article, rendering), article.meta.lang, rendering)
  if (notices.length === 0) return []
  return [anchorAt(correctionsId(article)), panel(notices, plainPanel(state), { ...state, rhythm: 12 })]
}

/** The same of an issue of several articles as a whole, for its front. */
export const issueCorrections: IssuePart = rendering => {
  const { lang, dir: direction } = rendering.issue
  const notices = noticesOf(issueCorrectionsOf(rendering), lang, rendering)
  const column = { rendering, place: 'column', rhythm: columnRhythm, direction } as const
  return notices.length === 0 ? [] : [panel(notices, plainPanel(column), column)]
}

const noticesOf = (
  corrections: readonly Correction[],
  lang: string,
  { tokens, words }: Rendering,
): ElementContent[] =>
  corrections.map(({ date, text }) => (
    <p style={css({ margin: '0 0 12px', font: font(tokens, 'byline') })}>
      <strong>
        {words.correctionOf} {longDate(date, lang)}:
      </strong>{' '}
      {text}
    </p>
  ))
