import { type CssRules, cssString } from '../../css.js'
import type { Tokens } from '../../tokens.js'
import type { Scale } from '../scale.js'

/** The list of contents: titles, leaders, pages in a column of one width, so that a number moves nothing. */
export const contentsRules = ({ light }: Tokens, scale: Scale): CssRules => ({
  '.contents': { fontFamily: scale.families.heading, marginBlockEnd: scale.lines(2) },
  '.contents > h2': {
    fontSize: scale.size('h4'),
    lineHeight: scale.lines(1),
    marginBlock: `0 ${scale.lines(0.5)}`,
  },
  '.contents ol': { listStyle: 'none', paddingInlineStart: 0 },
  '.contents li': { breakInside: 'avoid' },
  '.contents a': {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, max-content) minmax(2em, 1fr) 2em',
    alignItems: 'last baseline',
    color: 'inherit',
    textDecoration: 'none',
  },
  '.contents-2 .contents-title': { paddingInlineStart: '1.4em' },
  '.contents-1': { fontWeight: 600, marginBlockStart: scale.lines(0.25) },
  '.contents-2': { fontSize: scale.size('small', 1.06), lineHeight: scale.lines(0.85) },
  '.leader': {
    overflow: 'hidden',
    whiteSpace: 'nowrap',
    marginInline: '0.5em',
    color: light.muted,
    fontWeight: 400,
    // What does not fit is cut off at the title's side, so that the dots of all lines stand below one another.
    direction: 'rtl',
  },
  '.contents:dir(rtl) .leader': { direction: 'ltr' },
  // The second string is what is read aloud for the first: nothing (css-content-3, 1.2).
  '.leader::before': { content: `${cssString(' .'.repeat(120))} / ""` },
  '.contents .page-number': { textAlign: 'end' },
  '.page-number': { fontVariantNumeric: 'lining-nums tabular-nums' },
})
