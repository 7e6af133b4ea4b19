import type { CssRules } from '../../css.js'
import type { Tokens } from '../../tokens.js'
import type { Scale } from '../scale.js'

/** The document as a whole. */
export const rootRules = ({ light }: Tokens, scale: Scale): CssRules => ({
  html: {
    color: light.ink,
    fontFamily: scale.families.body,
    fontSize: scale.size('body'),
    lineHeight: scale.lines(1),
    printColorAdjust: 'exact',
  },
  body: { margin: 0 },
  // One element that sticks out sideways would shrink the whole document.
  '.article': { overflowX: 'clip', overflowWrap: 'anywhere' },
  img: { maxInlineSize: '100%', blockSize: 'auto' },
  pre: { whiteSpace: 'pre-wrap' },
})
