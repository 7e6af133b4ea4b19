import type { CssRules } from '../../css.js'
import type { Tokens } from '../../tokens.js'
import { points, type Scale } from '../scale.js'
import { hairline } from './text.js'

/** The cover: a page by itself, without running head or number. */
export const coverRules = ({ light, paper }: Tokens, scale: Scale): CssRules => ({
  '.cover': {
    page: 'cover',
    display: 'flex',
    flexDirection: 'column',
    // A whole page would come to a little more than one, by rounding.
    minBlockSize: '97vh',
    overflowX: 'clip',
    overflowWrap: 'anywhere',
    fontFamily: scale.families.heading,
  },
  '.cover-publication': {
    borderBlockStart: `${points(paper.body / 5)} solid ${light.ink}`,
    paddingBlockStart: scale.lines(0.35),
    marginBlockEnd: scale.lines(4),
    fontSize: scale.size('h3'),
    fontWeight: 700,
  },
  '.cover figure': { marginBlock: `0 ${scale.lines(2)}` },
  '.cover figure img': { maxBlockSize: '42vh' },
  '.cover-title': {
    fontSize: scale.size('title', 1.5),
    lineHeight: 1.08,
    fontWeight: 700,
    textWrap: 'balance',
  },
  '.cover-foot': {
    // At the foot of the sheet, however much stands above.
    marginBlockStart: 'auto',
    borderBlockStart: `${hairline(paper.body)} solid ${light.line}`,
    paddingBlockStart: scale.lines(0.5),
    color: light.muted,
  },
  '.cover-foot .byline': { marginBlockStart: 0, color: light.ink },
})
