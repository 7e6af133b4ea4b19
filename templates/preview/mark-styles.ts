import { type CssRules, toCss } from '../css.js'
import { defaultTokens, type Palette } from '../tokens.js'

const { light, dark, fonts } = defaultTokens

/**
 * The looks of marks in a page that was built, by the ground that they are drawn on. Nothing here takes room, so that what
 * is marked stays as readers have it.
 */
export const markCss = (): string => toCss([sign, marks(light, 'light'), marks(dark, 'dark'), rows])

/** At the corner of what it is about: a margin may be too narrow. */
const sign: CssRules = {
  '[data-trifold-sign]::before': {
    content: '"!"',
    position: 'absolute',
    zIndex: 1,
    width: '16px',
    height: '16px',
    marginInlineStart: '-14px',
    marginBlockStart: '-13px',
    padding: 0,
    border: 0,
    borderRadius: '50%',
    fontFamily: fonts.heading.fallback,
    fontSize: '12px',
    fontWeight: 700,
    fontStyle: 'normal',
    lineHeight: '16px',
    letterSpacing: 'normal',
    textAlign: 'center',
    textIndent: 0,
  },
  '[data-trifold-sign="info"]::before': { content: '"i"' },
}

/** What a table is wrapped in cuts what stands out of it. */
const rows: CssRules = {
  'tr[data-trifold-finding][data-trifold-ground], tr[data-trifold-selected][data-trifold-ground]': {
    outlineOffset: '-2px',
  },
}

function marks(palette: Palette, ground: string): CssRules {
  const { accent, paper, callout } = palette
  const on = `[data-trifold-ground="${ground}"]`
  const weights = { error: callout.caution, warning: callout.warning, info: callout.note }
  return {
    ...Object.fromEntries(
      Object.entries(weights).flatMap(([weight, { bar }]) => [
        [
          `${on}[data-trifold-finding="${weight}"]`,
          { outline: `${weight === 'info' ? '1px' : '2px'} dashed ${bar}`, outlineOffset: '4px' },
        ],
        [
          `${on} > [data-trifold-sign="${weight}"]::before, ${on}[data-trifold-sign="${weight}"]::before`,
          { color: paper, backgroundColor: bar },
        ],
      ]),
    ),
    [`${on}[data-trifold-selected="whole"]`]: { outline: `3px solid ${accent}`, outlineOffset: '4px' },
    [`${on}[data-trifold-selected="line"]`]: {
      outline: 'none',
      backgroundColor: `color-mix(in srgb, ${accent} 28%, transparent)`,
    },
  }
}
