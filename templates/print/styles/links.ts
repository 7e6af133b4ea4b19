import type { CssRules } from '../../css.js'
import type { Tokens } from '../../tokens.js'
import type { Scale } from '../scale.js'
import { hairline } from './text.js'

/** What stands after a link, and the list that its number leads to. */
export const linkRules = ({ light, paper }: Tokens, scale: Scale): CssRules => ({
  // Told from a note's number by its brackets.
  '.link-number': {
    color: light.muted,
    fontFamily: scale.families.heading,
    fontSize: '0.7em',
    fontVariantNumeric: 'lining-nums',
    whiteSpace: 'nowrap',
  },
  '.link-address': { fontSize: '0.88em', color: light.muted },
  '.link-address a': { color: 'inherit', textDecoration: 'none' },
  '.picture-link': { textIndent: 0, breakBefore: 'avoid', fontSize: scale.size('small', 1.06) },
  '.page-reference': { color: light.muted },
  '.addresses': {
    marginBlockStart: scale.lines(1.5),
    breakBefore: 'avoid',
    fontFamily: scale.families.heading,
    fontSize: scale.size('small'),
    lineHeight: scale.lines(0.8),
  },
  '.addresses h2': {
    borderBlockStart: `${hairline(paper.body)} solid ${light.line}`,
    paddingBlockStart: scale.lines(0.35),
    fontSize: scale.size('small', 1.06),
    lineHeight: scale.lines(1),
    marginBlock: `0 ${scale.lines(0.25)}`,
  },
  '.addresses ol': { marginBlock: 0, paddingInlineStart: '2.4em' },
  // As a style of counting it is one text, which Chromium tags whole; a counter in `content` it leaves out of the structure.
  '@counter-style trifold-addresses': {
    system: 'extends decimal',
    prefix: '"["',
    suffix: '"]\\00A0 "',
  },
  // An address is read by its letters: it is never set justified, and breaks inside a part only where it must.
  '.addresses li': {
    listStyleType: 'trifold-addresses',
    textAlign: 'start',
    hyphens: 'none',
    fontVariantNumeric: 'tabular-nums',
  },
  '.addresses li::marker': { color: light.muted },
  '.addresses a': { color: 'inherit', textDecoration: 'none' },
})
