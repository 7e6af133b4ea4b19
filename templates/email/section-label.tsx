import type { ElementContent } from 'hast'
import { cell } from './cell.js'
import { classNames } from './class-names.js'
import type { EmailState } from './state.js'
import { css, startOf } from './style.js'
import { font } from './type-scale.js'

/** The small heading of what stands under an article: its notes, its disclosure. A hairline parts it from the text. */
export function sectionLabel(words: string, state: EmailState): ElementContent {
  const { tokens } = state.rendering
  const look = { font: font(tokens, 'sectionLabel'), color: tokens.light.muted }
  return cell(
    [
      <h2 className={classNames.muted} style={css({ margin: 0, ...look })}>
        {words}
      </h2>,
    ],
    {
      margin: '36px 0 10px',
      className: classNames.hairline,
      style: {
        padding: '18px 0 0',
        'border-top': `1px solid ${tokens.light.line}`,
        'text-align': startOf(state.direction),
      },
    },
  )
}
