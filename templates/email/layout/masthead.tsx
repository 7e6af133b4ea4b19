import type { ElementContent } from 'hast'
import { isAlone, type Rendering } from '../../rendering.js'
import { classNames } from '../class-names.js'
import { issueLine } from '../issue-line.js'
import { css } from '../style.js'
import { font } from '../type-scale.js'
import type { IssuePart } from './parts.js'

/** The publication's name, which issue this is, and the issue's title where it is not the article's. */
export const masthead: IssuePart = rendering => {
  const { tokens, issue } = rendering
  const { light } = tokens
  const standing = issueLine(rendering)
  return [
    <p
      className={`${classNames.muted} ${classNames.hairline}`}
      style={css({
        margin: '0 0 30px',
        padding: '26px 0 16px',
        'border-bottom': `1px solid ${light.line}`,
        font: font(tokens, 'caption'),
        color: light.muted,
      })}
    >
      {nameOf(rendering)}
      {standing ? [<br />, standing] : undefined}
    </p>,
    ...(isAlone(rendering)
      ? []
      : [
          <h1 className={classNames.title} style={css({ margin: 0, font: font(tokens, 'title') })}>
            {issue.title}
          </h1>,
        ]),
  ]
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
