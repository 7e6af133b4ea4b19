import { elementsNamed } from '../../../pipeline/walk.js'
import type { Handler } from '../../handlers.js'
import { withoutCalls } from '../../html/inlines.js'
import { targetOf } from '../addresses.js'
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
  return [
    <p
      {...languageOf(node.properties)}
      className={classNames.button}
      style={css({ margin: `4px 0 ${state.rhythm + 6}px` })}
    >
      <a
        href={href}
        style={css({
          display: 'inline-block',
          padding: '13px 24px',
          background: tokens.light.accent,
          color: tokens.light.onAccent,
          font: font(tokens, 'button'),
          'text-decoration': 'none',
          'border-radius': tokens.screen.radius,
        })}
      >
        {label}
      </a>
      {calls}
    </p>,
  ]
}
