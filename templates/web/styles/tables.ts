import type { CssRules } from '../../css.js'
import type { Tokens } from '../../tokens.js'
import { rem } from './lengths.js'

/** Tables, which scroll in themselves where they are too wide, and figures. */
export const tableRules = ({ screen, fonts }: Tokens): CssRules => ({
  '.scroll': { marginBlock: '1.6em', overflowX: 'auto' },
  table: {
    width: '100%',
    borderCollapse: 'collapse',
    fontFamily: fonts.heading.fallback,
    fontSize: rem((screen.body + screen.small) / 2),
    lineHeight: 1.45,
    fontVariantNumeric: 'lining-nums tabular-nums',
    // A word is broken before its column is widened past what is needed; a table of many columns scrolls instead.
    overflowWrap: 'normal',
  },
  caption: { captionSide: 'top', paddingBlockEnd: '0.6em', textAlign: 'start' },
  'th, td': {
    padding: '0.45em 0.6em',
    borderBlockEnd: '1px solid',
    textAlign: 'start',
    verticalAlign: 'top',
  },
  'thead th': { verticalAlign: 'bottom' },
  'thead tr:last-child > *, thead [rowspan]': { borderBlockEndWidth: '2px' },
  'tfoot > tr:first-child > *': { borderBlockStart: '2px solid' },
  'td p, th p': { margin: '0 0 0.4em' },
  '.align-left': { textAlign: 'left' },
  '.align-right': { textAlign: 'right' },
  '.align-center': { textAlign: 'center' },
  figure: { marginBlock: '1.8em', marginInline: 0 },
  '.picture': { margin: 0 },
  'figure img': { display: 'block', marginInline: 'auto', borderRadius: rem(screen.radius) },
  'figure > .scroll, figure > pre': { marginBlock: 0 },
  figcaption: {
    marginBlockStart: '0.6em',
    fontFamily: fonts.heading.fallback,
    fontSize: rem(screen.small),
    lineHeight: 1.5,
  },
})
