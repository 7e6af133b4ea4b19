import type { CssRules } from '../css.js'
import { defaultTokens, type Palette } from '../tokens.js'
import { rem } from '../web/styles/lengths.js'

const { screen, fonts } = defaultTokens

/** The panel in which a theme is tried. */
export const themeRules: CssRules = {
  '.saving': {
    position: 'sticky',
    insetBlockStart: '-0.75rem',
    zIndex: 1,
    marginInline: '-0.75rem',
    padding: '0.5rem 0.75rem',
    borderBlockEnd: '1px solid',
  },
  '.saving .said': { minHeight: '2.9em' },
  '.saving .buttons': { display: 'flex', gap: '0.4rem' },
  '.saving .buttons .main': { marginInlineEnd: 'auto', minWidth: '6rem' },
  '.saving .fails:empty': { display: 'none' },
  '.paste textarea': {
    width: '100%',
    marginBlock: '0.5rem',
    fontFamily: fonts.mono.fallback,
    whiteSpace: 'pre',
    resize: 'vertical',
  },
  '.part': { borderBlockEnd: '1px solid' },
  '.part summary': { padding: '0.6rem 0', fontWeight: 600, cursor: 'pointer' },
  '.part .sum': { display: 'block', paddingInlineStart: '1rem', fontWeight: 400 },
  '.part h3': { margin: '0.9rem 0 0.3rem', fontSize: rem(screen.small), fontWeight: 600 },
  '.token': { paddingBlock: '0.45rem' },
  '.token label': { display: 'block', marginBlockEnd: '0.2rem' },
  '.token .inputs': { display: 'flex', flexWrap: 'wrap', gap: '0.35rem', alignItems: 'center' },
  '.token input[type="color"]': { width: '2.4rem', height: '1.9rem', padding: '0.1rem', cursor: 'pointer' },
  '.token input[type="number"]': { width: '5.2rem' },
  '.token input[type="text"]': { flex: '1 1 8rem', minWidth: 0 },
  '.token input.hex': { flex: '0 0 6.2rem', fontFamily: fonts.mono.fallback },
  '.token input[type="checkbox"]': { width: '1.5rem', height: '1.5rem', margin: 0 },
  '.token .back': {
    padding: '0.2rem 0.5rem',
    maxWidth: '100%',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  '.notes p': { margin: '0.25rem 0 0', lineHeight: 1.35 },
  '.saving .fails': { marginBlock: '0.5rem 0', fontWeight: 600 },
}

/** Its colours. */
export const themeColours = ({ paper, line, callout }: Palette): CssRules => ({
  '.saving': { backgroundColor: paper, borderColor: line },
  '.part': { borderColor: line },
  '.passes': { color: callout.tip.bar },
  '.fails': { color: callout.caution.bar },
})
