import type { CssRules } from '../../css.js'
import type { Tokens } from '../../tokens.js'
import type { Scale } from '../scale.js'
import { hairline } from './text.js'

/** The list of contents: titles, leaders, pages in a column of one width, so that a number moves nothing. */
export const contentsRules = ({ light, paper }: Tokens, scale: Scale): CssRules => ({
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
    gridTemplateColumns: `minmax(0, 1fr) ${scale.lines(1.75)}`,
    alignItems: 'last baseline',
    color: 'inherit',
    textDecoration: 'none',
  },
  // The leader goes over the whole line, so that the dots of all lines stand below one another, and the words over it.
  '.contents-title, .leader': { gridArea: '1 / 1' },
  '.contents-title > span': {
    position: 'relative',
    paddingInlineEnd: '0.5em',
    backgroundColor: light.paper,
    boxDecorationBreak: 'clone',
  },
  '.leader': { borderBlockEnd: `${hairline(2 * paper.body)} dotted ${light.muted}` },
  '.contents-2 .contents-title': { paddingInlineStart: '1.4em' },
  '.contents-2 .leader': { marginInlineStart: '1.4em' },
  '.contents-1': { fontWeight: 600, marginBlockStart: scale.lines(0.25) },
  '.contents-2': { fontSize: scale.size('small', 1.06), lineHeight: scale.lines(0.85) },
  '.contents .page-number': { textAlign: 'end' },
  '.page-number': { fontVariantNumeric: 'lining-nums tabular-nums' },
})
