import { type CssRules, cssFamilies } from '../css.js'
import { familiesBehind } from '../face-order.js'
import type { Rendering } from '../rendering.js'
import { coverColours } from './colours.js'
import { clip, foldsOf } from './folds.js'
import { measuresOf } from './measures.js'
import { coverPicture } from './picture.js'
import { type CoverShape, isTall } from './shape.js'

/** The looks of a cover of a shape. */
export function coverRules(rendering: Rendering, shape: CoverShape): CssRules {
  const { tokens, issue } = rendering
  const { length } = shape
  const colours = coverColours(tokens.light)
  const picture = coverPicture(rendering)
  const size = measuresOf(rendering, shape)
  const { body, heading } = tokens.fonts
  const rest = familiesBehind(tokens.fonts)
  const sans = cssFamilies([heading.family, ...rest], heading.fallback)
  const serif = cssFamilies([body.family, ...rest], body.fallback)
  const tall = isTall(shape)
  const latin = size.leading < 1.1
  const folds = foldsOf(issue.slug)
  return {
    '.cover': {
      boxSizing: 'border-box',
      display: 'flex',
      flexDirection: tall ? 'column' : 'row',
      width: length(shape.width),
      height: length(shape.height),
      overflow: 'hidden',
      background: colours.ground,
      color: colours.ink,
      fontFamily: sans,
      fontKerning: 'normal',
      overflowWrap: 'anywhere',
      textAlign: 'start',
      // Words are divided where they are longer than a line, and nowhere else.
      hyphens: 'none',
      fontSynthesis: 'none',
      printColorAdjust: 'exact',
    },
    ':where(.cover) p': { margin: 0 },
    '.cover-words': {
      boxSizing: 'border-box',
      display: 'flex',
      flexDirection: 'column',
      flex: tall ? (picture ? '1 1 auto' : '0 0 auto') : '1 1 0',
      minWidth: 0,
      padding: `${length(size.margin * (tall ? 0.85 : 1))} ${length(size.margin)}`,
    },
    '.cover-masthead': {
      display: 'flex',
      justifyContent: 'space-between',
      alignItems: 'baseline',
      columnGap: length(size.masthead),
      borderBlockStart: `${length(size.masthead * 0.24)} solid ${colours.ink}`,
      paddingBlockStart: length(size.masthead * 0.55),
      fontSize: length(size.masthead),
      lineHeight: 1.25,
    },
    '.cover-publication': { fontWeight: 700 },
    '.cover-number': { color: colours.accent },
    '.cover-date': { fontSize: '0.84em', color: colours.quiet, whiteSpace: 'nowrap' },
    '.cover-title': {
      marginBlockStart: length(tall ? 7 : 3.6),
      fontSize: length(size.title),
      lineHeight: size.leading,
      fontWeight: 700,
      letterSpacing: latin ? '-0.014em' : undefined,
      textWrap: 'balance',
      wordBreak: /^ja\b/i.test(issue.lang)
        ? 'auto-phrase'
        : /^ko\b/i.test(issue.lang)
          ? 'keep-all'
          : 'normal',
    },
    '.cover-long': { hyphens: 'manual' },
    '.cover-under': {
      marginBlockStart: length(tall ? 4 : 2.2),
      maxWidth: length(size.column * (tall ? 0.94 : 1)),
      fontFamily: serif,
      fontSize: length(size.under),
      lineHeight: 1.36,
      color: colours.ink,
      textWrap: 'pretty',
    },
    '.cover-byline': {
      marginBlockStart: 'auto',
      paddingBlockStart: length(tall ? 5 : 2.4),
      fontSize: length(size.byline),
      lineHeight: 1.3,
      fontWeight: 600,
      color: colours.accent,
    },
    '.cover-art': {
      position: 'relative',
      flex: tall
        ? picture
          ? `0 0 ${length(size.art)}`
          : `1 1 ${length(size.art)}`
        : `0 0 ${length(size.art)}`,
      minHeight: 0,
      overflow: 'hidden',
    },
    '.cover-art img': {
      display: 'block',
      width: '100%',
      height: '100%',
      maxInlineSize: 'none',
      objectFit: 'cover',
    },
    '.cover-fold': { position: 'absolute', inset: 0 },
    '.cover-behind': { background: colours.behind, clipPath: clip(folds.behind) },
    ...Object.fromEntries(
      folds.faces.map(({ polygon, light }, at) => [
        `.cover-face-${at + 1}`,
        { background: colours.faces[light], clipPath: clip(polygon) },
      ]),
    ),
  }
}
