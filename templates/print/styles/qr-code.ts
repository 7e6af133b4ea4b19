import type { CssRules } from '../../css.js'
import type { Tokens } from '../../tokens.js'
import type { Scale } from '../scale.js'

/** The code of an address, as large as a telephone held at reading distance needs it. */
export const qrRules = ({ light }: Tokens, scale: Scale): CssRules => ({
  '.qr': {
    display: 'block',
    inlineSize: '22mm',
    blockSize: '22mm',
    // White on all sides, four modules at the least (ISO/IEC 18004, 9.1); to the left it is the sheet's.
    marginBlockStart: scale.lines(0.75),
    fill: light.ink,
  },
})
