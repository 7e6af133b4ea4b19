import type { ElementContent } from 'hast'
import { css } from './style.js'

/** How a cell stands and looks. Lengths are CSS px. */
export interface CellLook {
  /** Above and below the cell, as `margin` has it. */
  readonly margin: string
  readonly className?: string
  /** Six-digit hex. */
  readonly background?: string
  /** The cell is as narrow as what is in it. */
  readonly shrunk?: boolean
  readonly align?: 'left' | 'right' | 'center'
  /** More declarations: padding, borders, type. */
  readonly style: Readonly<Record<string, string | number | undefined>>
}

/**
 * A block with padding, a border or a ground: a table of one cell, since the Word engine of Outlook draws these on `td`
 * only (https://www.caniemail.com/features/css-padding/). Tables inherit no typeface there, so `style` names one.
 */
export const cell = (
  content: readonly ElementContent[],
  { margin, className, background, shrunk, align, style }: CellLook,
): ElementContent => (
  <table
    role="presentation"
    width={shrunk ? undefined : '100%'}
    cellPadding={0}
    cellSpacing={0}
    border={0}
    align={align}
    style={css({ margin })}
  >
    <tbody>
      <tr>
        <td className={className} bgColor={background} style={css({ ...style, background })}>
          {content}
        </td>
      </tr>
    </tbody>
  </table>
)
