import type { ElementContent } from 'hast'
import type { Rendering } from '../../rendering.js'
import { cell } from '../cell.js'
import { classNames } from '../class-names.js'
import { issueLine } from '../issue-line.js'
import { css, startOf } from '../style.js'
import { font } from '../type-scale.js'
import type { IssuePart } from './parts.js'

/** The publication's name, which issue this is, and the issue's title where it is not the article's. */
export const masthead: IssuePart = rendering => {
  const { tokens, issue } = rendering
  const { light } = tokens
  const standing = issueLine(rendering)
  const line = { margin: 0, font: font(tokens, 'caption'), color: light.muted }
  const words = [
    <p className={classNames.muted} style={css(line)}>
      {nameOf(rendering)}
      {standing ? [<br />, standing] : undefined}
    </p>,
  ]
  return [
    cell(words, {
      margin: '0 0 30px',
      className: classNames.hairline,
      style: {
        padding: '26px 0 16px',
        'border-bottom': `1px solid ${light.line}`,
        'text-align': startOf(issue.dir),
      },
    }),
    ...(issue.articles.length > 1
      ? [
          <h1 className={classNames.title} style={css({ margin: 0, font: font(tokens, 'title') })}>
            {issue.title}
          </h1>,
        ]
      : []),
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
