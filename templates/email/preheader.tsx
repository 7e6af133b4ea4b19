import type { ElementContent } from 'hast'
import { css } from './style.js'

/**
 * What an inbox shows after the subject, hidden in the message itself; `mso-hide` is for the Word engine of Outlook.
 * MJML's own `mj-preview` lacks it.
 */
export const preheader = (words: string): ElementContent => (
  <div
    style={css({
      display: 'none',
      'max-height': 0,
      overflow: 'hidden',
      'font-size': 1,
      'line-height': 1,
      'mso-hide': 'all',
    })}
  >
    {words}
  </div>
)
