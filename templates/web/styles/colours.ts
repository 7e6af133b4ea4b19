import type { CssRules } from '../../css.js'
import type { Palette, Tokens } from '../../tokens.js'

/** Every colour of the page: the same rules for either palette, so that none can be forgotten at night. */
export const colourRules = (palette: Palette): CssRules => ({
  html: { backgroundColor: palette.paper },
  body: { color: palette.ink },
  a: { color: palette.accent },
  ':focus-visible': { outline: `3px solid ${palette.accent}` },
  '.skip': { color: palette.onAccent, backgroundColor: palette.accent },
  '.masthead': { borderColor: palette.accent, backgroundColor: palette.ground },
  '.masthead a': { color: palette.ink },
  '.colophon': { color: palette.muted, backgroundColor: palette.ground, borderColor: palette.line },
  [[
    '.subtitle, .affiliation, .date, .origin, .attribution, figcaption, .size, .names, .section-title, .devices summary',
    '.embed-description, .embed-provider, .missing-image, li::marker',
  ].join(', ')]: { color: palette.muted },
  [[
    'blockquote, hr, table, th, td, kbd, pre, .embed, .details, details',
    '.notes, .corrections, .disclosure, .source, .front, .contents, .issue article, .issue > section',
  ].join(', ')]: { borderColor: palette.line },
  'thead th, tfoot > tr:first-child > *': { borderColor: palette.muted },
  '.pullquote': { color: palette.accent, borderColor: palette.accent },
  '.pullquote .attribution': { color: palette.muted },
  mark: { color: palette.ink, backgroundColor: palette.highlight },
  'pre, :not(pre) > code, kbd, .embed': { backgroundColor: palette.panel },
  // Not `highlight`: the colours of code are for the panel, and paper is further from them still.
  '.marked': { backgroundColor: palette.paper, borderColor: palette.accent },
  ':target': { backgroundColor: palette.highlight },
  '.button a': { color: palette.onAccent, backgroundColor: palette.accent },
  '.downloads a': { borderColor: palette.line },
  '.issue-line': { color: palette.accent },
  '.issue-contents a': { color: palette.ink },
  ...Object.fromEntries(
    Object.entries(palette.callout).flatMap(([kind, { bar, tint }]) => [
      [`.callout-${kind}`, { borderColor: bar, backgroundColor: tint }],
      [`.callout-${kind} > .callout-label`, { color: bar }],
    ]),
  ),
  ...Object.fromEntries(Object.entries(palette.code).map(([kind, color]) => [`.code-${kind}`, { color }])),
})

/** A drawing may be transparent, and its ink is meant for a light ground. */
export const picturesInTheDark = ({ light }: Tokens): CssRules => ({
  'figure img, .inline-image': { backgroundColor: light.paper },
})
