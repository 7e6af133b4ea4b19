import type { ElementContent } from 'hast'
import { classNames } from './class-names.js'
import type { EmailState } from './state.js'
import { css } from './style.js'
import { font } from './type-scale.js'

/** The small heading of what stands under an article: its notes, its disclosure. A hairline parts it from the text. */
export function sectionLabel(words: string, state: EmailState): ElementContent {
  const { tokens } = state.rendering
  return (
    <h2
      className={`${classNames.muted} ${classNames.hairline}`}
      style={css({
        margin: '36px 0 10px',
        padding: '18px 0 0',
        'border-top': `1px solid ${tokens.light.line}`,
        font: font(tokens, 'sectionLabel'),
        color: tokens.light.muted,
      })}
    >
      {words}
    </h2>
  )
}
