import { classNames } from '../class-names.js'
import { issueLine } from '../issue-line.js'
import { css } from '../style.js'
import { font } from '../type-scale.js'
import type { IssuePart } from './parts.js'

/** The publication's name, and which issue this is. */
export const masthead: IssuePart = rendering => {
  const { publication, tokens, links } = rendering
  const { light } = tokens
  const standing = issueLine(rendering)
  const name = <span style={css({ font: font(tokens, 'name'), color: light.ink })}>{publication.name}</span>
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
      {links.web ? (
        <a
          href={links.web}
          className={classNames.name}
          style={css({
            font: font(tokens, 'name'),
            color: light.ink,
            'text-decoration': 'none',
          })}
        >
          {publication.name}
        </a>
      ) : (
        name
      )}
      {standing ? [<br />, standing] : undefined}
    </p>,
  ]
}
