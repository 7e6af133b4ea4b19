import type { ElementContent } from 'hast'
import { classNames } from './class-names.js'
import type { EmailState } from './state.js'
import { box, css, startOf } from './style.js'
import { font } from './type-scale.js'

/** How a panel looks; colours are six-digit hex, lengths CSS px. */
export interface PanelLook {
  readonly background: string
  readonly className: string
  /** A bar on the side where lines begin. */
  readonly bar?: string
  /** A hairline all around. */
  readonly border?: string
  /** Top and bottom, then the sides; the last block's own margin adds to the bottom. */
  readonly padding?: readonly [top: number, side: number, bottom: number]
}

/** What a panel has to know of where it stands. */
type PanelState = Pick<EmailState, 'rendering' | 'place' | 'rhythm' | 'direction'>

/** CSS px a panel takes from the width of what is in it. */
export const panelSides = 40

/**
 * A block on a ground of its own: a table of one cell, for the Word engine of Outlook draws padding and background on
 * `td` only. It repeats the typeface, which tables do not inherit there.
 */
export function panel(
  content: readonly ElementContent[],
  { background, className, bar, border, padding: [top, side, bottom] = [18, 20, 6] }: PanelLook,
  state: PanelState,
): ElementContent {
  const { tokens } = state.rendering
  return (
    <table
      role="presentation"
      width="100%"
      cellPadding={0}
      cellSpacing={0}
      border={0}
      style={css({ margin: `${state.place === 'column' ? 8 : 0}px 0 ${state.rhythm + 8}px` })}
    >
      <tbody>
        <tr>
          <td
            className={className}
            bgColor={background}
            style={css({
              padding: box(top, side, bottom),
              background,
              border: border ? `1px solid ${border}` : undefined,
              [`border-${startOf(state.direction)}`]: bar ? `4px solid ${bar}` : undefined,
              font: font(tokens, 'body'),
              color: tokens.light.ink,
              'text-align': startOf(state.direction),
            })}
          >
            {content}
          </td>
        </tr>
      </tbody>
    </table>
  )
}

/** The look of a plain panel. */
export const plainPanel = (state: Pick<PanelState, 'rendering'>): PanelLook => ({
  background: state.rendering.tokens.light.panel,
  className: classNames.panel,
})
