import { elementsNamed } from '../../../pipeline/walk.js'
import type { Handler } from '../../handlers.js'
import { withoutCalls } from '../../html/inlines.js'
import { targetOf } from '../addresses.js'
import { cell } from '../cell.js'
import { classNames } from '../class-names.js'
import { linkButton } from '../components.js'
import { type EmailNode, type EmailState, htmlOf, languageOf, within } from '../state.js'
import { css } from '../style.js'
import { font } from '../type-scale.js'

/** A button; inside something else, or with the call of a note after it, where MJML's cannot stand, a link that looks like one. */
export const button: Handler<'button', EmailNode, EmailState> = (node, state) => {
  const { tokens } = state.rendering
  const href = targetOf(node.properties, state)
  const label = htmlOf(withoutCalls(node.children), within(state, node.properties))
  const calls = htmlOf(elementsNamed(node, 'noteref'), state)
  if (state.place === 'column' && calls.length === 0)
    return [linkButton(label, href, state.direction, tokens)]
  const { accent, onAccent } = tokens.light
  const look = { color: onAccent, font: font(tokens, 'button'), 'text-decoration': 'none' }
  return [
    <div {...languageOf(node.properties)} className={classNames.button}>
      {cell(
        [
          <a href={href} style={css(look)}>
            {label}
          </a>,
        ],
        {
          margin: `4px 0 ${calls.length > 0 ? 4 : state.rhythm + 6}px`,
          shrunk: true,
          background: accent,
          style: { padding: '13px 24px', 'border-radius': tokens.screen.radius },
        },
      )}
    </div>,
    ...(calls.length > 0 ? [<p style={css({ margin: `0 0 ${state.rhythm + 6}px` })}>{calls}</p>] : []),
  ]
}
