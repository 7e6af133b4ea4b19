import type { ElementContent } from 'hast'
import type { ImageAsset } from '../../../pipeline/assets/assets.js'
import { isAlone, type Rendering } from '../../rendering.js'
import { beside, smallPicture } from '../beside.js'
import { cell } from '../cell.js'
import { classNames } from '../class-names.js'
import { issueLine } from '../issue-line.js'
import { css, startOf } from '../style.js'
import { font } from '../type-scale.js'
import type { IssuePart } from './parts.js'

/** The publication's mark and name, which issue this is, and the issue's title where it is not the article's. */
export const masthead: IssuePart = rendering => {
  const { tokens, issue } = rendering
  return [
    cell(nameplate(rendering), {
      margin: '0 0 30px',
      className: classNames.hairline,
      style: {
        padding: '26px 0 18px',
        'border-bottom': `1px solid ${tokens.light.line}`,
        'text-align': startOf(issue.dir),
      },
    }),
    ...(isAlone(rendering)
      ? []
      : [
          <h1
            className={classNames.title}
            style={css({ margin: `0 0 ${issue.subtitle ? 6 : 28}px`, font: font(tokens, 'title') })}
          >
            {issue.title}
          </h1>,
          ...(issue.subtitle
            ? [<p style={css({ margin: '0 0 28px', font: font(tokens, 'subtitle') })}>{issue.subtitle}</p>]
            : []),
        ]),
  ]
}

/** A mark so wide is a word: it stands for the name, where a smaller sign stands beside it. */
const isWord = ({ shownWidth, shownHeight }: ImageAsset) => shownWidth > 2 * shownHeight

function nameplate(rendering: Rendering): ElementContent[] {
  const { assets, publication, issue } = rendering
  const { logo } = assets
  const standing = issueLine(rendering)
  const under = standing ? [<br />, standing] : []
  if (!logo) return [line([nameOf(rendering), ...under], rendering)]
  if (isWord(logo))
    return [wordmark(logo, rendering), ...(standing ? [line([standing], rendering, '8px 0 0')] : [])]
  const words = [line([nameOf(rendering), ...under], rendering)]
  const alt = publication.logo?.alt ?? ''
  return [
    beside(
      { picture: logo, width: logo.shownWidth, alt, words, direction: issue.dir, margin: '0' },
      rendering,
    ),
  ]
}

const line = (content: (ElementContent | string)[], { tokens }: Rendering, margin = '0') => (
  <p
    className={classNames.muted}
    style={css({ margin, font: font(tokens, 'caption'), color: tokens.light.muted })}
  >
    {content}
  </p>
)

/** The mark in the name's place; where pictures are off its words look like the name. */
function wordmark(logo: ImageAsset, { publication, tokens, links }: Rendering): ElementContent {
  const image = smallPicture(links.image(logo), publication.logo?.alt ?? publication.name, logo)
  const look = { font: font(tokens, 'name'), color: tokens.light.ink, 'text-decoration': 'none' }
  return links.web ? (
    <a href={links.web} className={classNames.name} style={css(look)}>
      {image}
    </a>
  ) : (
    <span className={classNames.name} style={css(look)}>
      {image}
    </span>
  )
}

/** The name leads to the web edition where there is one. */
function nameOf({ publication, tokens, links }: Rendering): ElementContent {
  const look = { font: font(tokens, 'name'), color: tokens.light.ink }
  return links.web ? (
    <a href={links.web} className={classNames.name} style={css({ ...look, 'text-decoration': 'none' })}>
      {publication.name}
    </a>
  ) : (
    <span className={classNames.name} style={css(look)}>
      {publication.name}
    </span>
  )
}
