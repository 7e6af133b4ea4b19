import type { CssRules } from '../../css.js'
import type { Tokens } from '../../tokens.js'
import { points, type Scale } from '../scale.js'
import { closePadding, tableSize } from '../table-fit.js'
import { hairline } from './text.js'

/** Tables and figures. */
export const tableRules = ({ light, paper }: Tokens, scale: Scale): CssRules => ({
  table: {
    inlineSize: '100%',
    marginBlock: scale.lines(1),
    // Collapsed borders are drawn outside of the table's own structure in a tagged PDF.
    borderCollapse: 'separate',
    borderSpacing: 0,
    borderBlockEnd: `${points(paper.body / 10)} solid ${light.ink}`,
    fontFamily: scale.families.heading,
    fontSize: scale.size('small', tableSize),
    lineHeight: scale.lines(0.85),
    fontVariantNumeric: 'lining-nums tabular-nums',
    // A cell's width follows from its words, which stay whole, but for one that would take the others' room.
    overflowWrap: 'normal',
  },
  ':is(.long, .breaks-words :is(th, td):not(.number), .breaks-all :is(th, td))': {
    overflowWrap: 'anywhere',
  },
  '.close :is(th, td)': { paddingInline: `${closePadding / 2}em` },
  caption: {
    captionSide: 'top',
    textAlign: 'start',
    paddingBlockEnd: scale.lines(0.4),
    breakAfter: 'avoid',
  },
  thead: { display: 'table-header-group', breakInside: 'avoid', breakAfter: 'avoid' },
  tfoot: { breakBefore: 'avoid' },
  tr: { breakInside: 'avoid' },
  // A short table stays in one piece.
  'table:not(:has(tr:nth-child(9)))': { breakInside: 'avoid' },
  'th, td': {
    textAlign: 'start',
    verticalAlign: 'top',
    paddingBlock: scale.lines(0.2),
    paddingInline: '0.6em',
    borderBlockStart: `${hairline(paper.body)} solid ${light.line}`,
  },
  th: { fontWeight: 600 },
  'thead th': { verticalAlign: 'bottom' },
  'thead tr:first-child > *, table:not(:has(> thead)) > tbody:first-of-type > tr:first-child > *': {
    borderBlockStart: `${points(paper.body / 10)} solid ${light.ink}`,
  },
  'thead + tbody > tr:first-child > *': { borderBlockStartColor: light.ink },
  'tfoot > tr:first-child > *': { borderBlockStartColor: light.ink },
  '.align-left': { textAlign: 'left' },
  '.align-right': { textAlign: 'right' },
  '.align-center': { textAlign: 'center' },
  figure: { marginBlock: scale.lines(1), breakInside: 'avoid' },
  'figure img': { display: 'block' },
  'figure:not(:has(> pre, > table))': scale.wholeLines,
  'figure > pre, figure > table': { marginBlock: 0 },
  'figure:has(> pre, > table)': { breakInside: 'auto' },
  figcaption: {
    breakBefore: 'avoid',
    marginBlockStart: scale.lines(0.4),
    fontFamily: scale.families.heading,
    fontSize: scale.size('small', 1.06),
    lineHeight: scale.lines(0.85),
    color: light.muted,
  },
  '.credit': { fontSize: '0.92em' },
})
