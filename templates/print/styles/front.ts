import type { CssRules } from '../../css.js'
import type { Tokens } from '../../tokens.js'
import { points, type Scale } from '../scale.js'

/** Above the text: whose it is, title, standfirst, who wrote it. */
export const frontRules = ({ light, paper }: Tokens, scale: Scale): CssRules => ({
  '.front': { fontFamily: scale.families.heading, marginBlockEnd: scale.lines(1.5) },
  '.masthead': {
    display: 'flex',
    justifyContent: 'space-between',
    alignItems: 'baseline',
    flexWrap: 'wrap',
    columnGap: '1em',
    borderBlockStart: `${points(paper.body / 5)} solid ${light.ink}`,
    paddingBlockStart: scale.lines(0.35),
    marginBlockEnd: scale.lines(2),
    fontSize: scale.size('small'),
    color: light.muted,
  },
  '.publication': { fontWeight: 700, color: light.ink },
  h1: {
    fontSize: scale.size('title'),
    lineHeight: 1.12,
    fontWeight: 700,
    textWrap: 'balance',
    breakAfter: 'avoid',
  },
  '.subtitle': {
    marginBlockStart: scale.lines(0.35),
    fontSize: scale.size('h2'),
    lineHeight: 1.25,
    color: light.muted,
    textWrap: 'balance',
    breakAfter: 'avoid',
  },
  '.standfirst': {
    marginBlockStart: scale.lines(0.85),
    maxInlineSize: scale.measure,
    fontFamily: scale.families.body,
    fontSize: scale.size('h2', 0.93),
    lineHeight: scale.lines(1.25),
    fontStyle: 'italic',
    color: light.muted,
    textWrap: 'balance',
  },
  '.byline': { marginBlockStart: scale.lines(1), lineHeight: scale.lines(1) },
  '.affiliation, .origin': {
    fontSize: scale.size('small'),
    lineHeight: scale.lines(0.85),
    color: light.muted,
  },
  '.corrected': {
    marginBlockStart: scale.lines(0.25),
    lineHeight: scale.lines(0.85),
    fontSize: scale.size('small'),
  },
  '.lead': { marginBlockStart: scale.lines(1.5) },
})
