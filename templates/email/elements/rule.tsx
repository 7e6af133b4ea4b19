import type { Handler } from '../../handlers.js'
import { classNames } from '../class-names.js'
import { divider } from '../components.js'
import type { EmailNode, EmailState } from '../state.js'
import { css } from '../style.js'

export const hr: Handler<'hr', EmailNode, EmailState> = (_node, state) => {
  const { tokens } = state.rendering
  if (state.place === 'column') return [divider(tokens)]
  return [
    <hr
      className={classNames.hairline}
      style={css({
        width: 96,
        margin: `8px auto ${state.rhythm + 8}px`,
        border: 0,
        'border-top': `1px solid ${tokens.light.line}`,
      })}
    />,
  ]
}
