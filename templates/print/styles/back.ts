import type { CssRules } from '../../css.js'
import type { Tokens } from '../../tokens.js'
import type { Scale } from '../scale.js'
import { hairline } from './text.js'

/** After the text: notes, disclosure, source, colophon. */
export function backRules({ light, paper }: Tokens, scale: Scale): CssRules {
  const rule = `${hairline(paper.body)} solid ${light.line}`
  return {
    '.notes, .corrections, .disclosure, .source': {
      fontSize: scale.size('small', 1.06),
      lineHeight: scale.lines(0.85),
    },
    // Notes alone on a last page would be a sheet for one of them: the text's last lines go along, in one column.
    '.notes': { marginBlockStart: scale.lines(2), breakBefore: 'avoid' },
    '.notes h2, .disclosure h2': {
      fontSize: scale.size('small', 1.06),
      lineHeight: scale.lines(1),
      marginBlock: `0 ${scale.lines(0.25)}`,
    },
    '.notes > h2': { borderBlockStart: rule, paddingBlockStart: scale.lines(0.35) },
    '.notes ol': { marginBlock: 0 },
    '.notes li': { marginBlockEnd: scale.lines(0.25) },
    '.backlink': { textDecoration: 'none', fontFamily: scale.families.heading },
    // A last page with nothing else on it would be a sheet for an address. Chromium minds this only between siblings,
    // and not between columns and what goes over all of them.
    '.back': {
      fontFamily: scale.families.heading,
      marginBlockStart: scale.lines(1),
      breakBefore: 'avoid',
      breakInside: 'avoid',
    },
    '.corrections': { fontFamily: scale.families.heading },
    '.text > .corrections': {
      marginBlock: `${scale.lines(1.5)} ${scale.lines(0.5)}`,
      borderBlockStart: rule,
      paddingBlockStart: scale.lines(0.35),
    },
    'body > .corrections': { marginBlockEnd: scale.lines(2) },
    '.corrections p + p': { marginBlockStart: scale.lines(0.35) },
    '.disclosure, .source': {
      marginBlockEnd: scale.lines(0.75),
      borderBlockStart: rule,
      paddingBlockStart: scale.lines(0.35),
      breakInside: 'avoid',
    },
    '.source .mark': { marginBlockEnd: scale.lines(0.35) },
    '.source .mark img': { blockSize: scale.lines(1.5), inlineSize: 'auto' },
    '.colophon': {
      // As a box in a line it cannot break, however little else there is to break at.
      display: 'inline-block',
      boxSizing: 'border-box',
      inlineSize: '100%',
      verticalAlign: 'top',
      borderBlockStart: rule,
      paddingBlockStart: scale.lines(0.35),
      fontSize: scale.size('small'),
      lineHeight: scale.lines(0.85),
      color: light.muted,
      breakInside: 'avoid',
    },
  }
}
