import type { Stylesheet } from '../../css.js'
import type { Tokens } from '../../tokens.js'
import { textWidth } from '../paper.js'
import { tallest } from '../pictures.js'
import { points, type Scale } from '../scale.js'

/**
 * Headings that a wide table follows, with others between or not. In a column of its own one would stay behind: Chromium
 * keeps nothing together over the end of the columns.
 */
const beforeWide = ['', '+ h3 ', '+ h4 ', '+ h3 + h4 ']
  .map(between => `.text > :is(h2, h3, h4):has(${between}+ .wide)`)
  .join(', ')

/** The document as a whole, and the column that the text stands in. */
export const rootRules = ({ light, paper }: Tokens, scale: Scale): Stylesheet => [
  {
    html: {
      color: light.ink,
      fontFamily: scale.families.body,
      fontSize: scale.size('body'),
      lineHeight: scale.lines(1),
      fontKerning: 'normal',
      // Otherwise letters are set as far apart as whole pixels of a screen admit.
      textRendering: 'geometricPrecision',
      // Callouts and code keep their tints on paper.
      printColorAdjust: 'exact',
    },
    // A face that is not there is not to be made up: false bold is no font in a PDF, but drawings.
    '*': { fontSynthesis: 'none' },
    body: { margin: 0 },
    // One element that sticks out sideways would shrink the whole document.
    '.article': { overflowX: 'clip', overflowWrap: 'anywhere' },
    '.article + .article': { breakBefore: 'page' },
    'h1, h2, h3, h4, p, ul, ol, dl, dd, figure, blockquote, pre': { margin: 0 },
    'p, li, dt, dd, td, th, figcaption, caption': { orphans: 2, widows: 2, textWrap: 'pretty' },
    '.short': { breakInside: 'avoid' },
    img: { maxInlineSize: '100%', blockSize: 'auto' },
    // One that does not say how large it is has no width that goes with this height.
    ':where(.article) img': { maxBlockSize: `${100 * tallest}vh`, objectFit: 'contain' },
  },
  ...(scale.columns.count === 1
    ? []
    : [
        {
          '.text': { columnCount: scale.columns.count, columnGap: scale.columns.gap },
          [`.text > .wide, ${beforeWide}`]: { columnSpan: 'all' },
        },
      ]),
  ...(paper.align === 'start'
    ? []
    : [
        {
          ':where(.text) > p, :where(.text) :is(li, dd, blockquote > p)': { textAlign: paper.align },
          '.ragged': { textAlign: 'start' },
        },
      ]),
  // The column is as wide as is easy to read; title, headings and wide tables begin at the margin.
  {
    '.text': { paddingInlineStart: scale.inset },
    '.text > h2, .text > .wide': { marginInlineStart: `calc(-1 * ${scale.inset})` },
    '.text > .wide': { inlineSize: points(textWidth(paper)) },
  },
]
