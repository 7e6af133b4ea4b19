import type { ElementContent } from 'hast'
import { cell } from './cell.js'
import { classNames } from './class-names.js'
import type { EmailState } from './state.js'
import { box, startOf } from './style.js'
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

/** How a cell sets prose: a table inherits nothing in the Word engine of Outlook. */
export const proseIn = ({
  rendering: { tokens },
  direction,
}: Pick<PanelState, 'rendering' | 'direction'>) => ({
  font: font(tokens, 'body'),
  color: tokens.light.ink,
  'text-align': startOf(direction),
})

/** A block on a ground of its own. */
export function panel(
  content: readonly ElementContent[],
  { background, className, bar, border, padding: [top, side, bottom] = [18, 20, 6] }: PanelLook,
  state: PanelState,
): ElementContent {
  return cell(content, {
    margin: `${state.place === 'column' ? 8 : 0}px 0 ${state.rhythm + 8}px`,
    className,
    background,
    style: {
      padding: box(top, side, bottom),
      border: border ? `1px solid ${border}` : undefined,
      [`border-${startOf(state.direction)}`]: bar ? `4px solid ${bar}` : undefined,
      ...proseIn(state),
    },
  })
}

/** The look of a plain panel. */
export const plainPanel = (state: Pick<PanelState, 'rendering'>): PanelLook => ({
  background: state.rendering.tokens.light.panel,
  className: classNames.panel,
})
