import type { ElementContent } from 'hast'
import { classNames } from '../class-names.js'
import { shownSize } from '../picture.js'
import type { EmailState } from '../state.js'
import { css } from '../style.js'
import { fontInLine, telephoneWidth } from '../type-scale.js'
import type { HtmlHandler } from './prose.js'

/** A formula as a picture with its TeX for words; one that could not be drawn is its TeX, as code. */
function formula(tex: string, display: boolean, state: EmailState): ElementContent {
  const { assets, links, tokens } = state.rendering
  const asset = assets.formula(tex, display)
  if (!asset) {
    return (
      <code
        className={classNames.panel}
        style={css({
          font: fontInLine(tokens, 'inlineCode'),
          background: tokens.light.panel,
          padding: '1px 4px',
        })}
      >
        {tex}
      </code>
    )
  }
  const { width, height } = shownSize(asset, state.width)
  return (
    <img
      src={links.image(asset)}
      alt={tex}
      width={width}
      height={height}
      className={width > telephoneWidth ? `${classNames.formula} ${classNames.wide}` : classNames.formula}
      style={css({ 'max-width': '100%', 'vertical-align': 'middle', border: 0 })}
    />
  )
}

export const math: HtmlHandler<'math'> = (node, state) => [formula(node.properties.tex, false, state)]

export const equation: HtmlHandler<'equation'> = (node, state) => [
  <p style={css({ margin: `6px 0 ${state.rhythm + 6}px`, 'text-align': 'center' })}>
    {formula(node.properties.tex, true, state)}
  </p>,
]
