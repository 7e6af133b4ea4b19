import { type CssBlock, type CssRules, toCss } from '../css.js'
import { defaultTokens, type Palette } from '../tokens.js'
import { rem } from '../web/styles/lengths.js'
import { blockStyles } from './block-styles.js'

const { screen, fonts, light, dark } = defaultTokens

const sans = fonts.heading.fallback

/** The page's own looks: our tokens, not the publication's, so that the page is told from what it shows. */
export const pageCss = (): string =>
  [
    toCss([layout, controls, colours(light), ...blockStyles(light)]),
    `@media (prefers-color-scheme: dark) {\n${toCss([colours(dark), ...blockStyles(dark)])}\n}`,
    `@media (max-width: 60em) {\n${toCss([narrow])}\n}`,
  ].join('\n')

const hidden: CssBlock = {
  position: 'absolute',
  width: '1px',
  height: '1px',
  overflow: 'hidden',
  clipPath: 'inset(50%)',
  whiteSpace: 'nowrap',
}

const layout: CssRules = {
  '*, ::before, ::after': { boxSizing: 'border-box' },
  html: { height: '100%', colorScheme: 'light dark' },
  body: {
    height: '100%',
    margin: 0,
    fontFamily: sans,
    fontSize: rem(screen.small),
    lineHeight: 1.45,
  },
  '#app': {
    display: 'grid',
    height: '100%',
    gridTemplateColumns: '15rem minmax(0, 1fr) 20rem',
    gridTemplateRows: 'auto minmax(0, 1fr)',
    gridTemplateAreas: '"bar bar bar" "issues panes side"',
  },
  '.bar': {
    gridArea: 'bar',
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '0.5rem 1rem',
    padding: '0.5rem 1rem',
    borderBlockEnd: '1px solid',
  },
  '.bar h1': { margin: 0, fontSize: '1rem' },
  '.bar .state': { marginInlineStart: 'auto' },
  '.issues': { gridArea: 'issues', overflowY: 'auto', borderInlineEnd: '1px solid' },
  '.panes': {
    gridArea: 'panes',
    display: 'grid',
    gridAutoFlow: 'column',
    gridAutoColumns: 'minmax(0, 1fr)',
    minHeight: 0,
  },
  '.pane': { display: 'flex', flexDirection: 'column', minWidth: 0, minHeight: 0 },
  '.pane + .pane': { borderInlineStart: '1px solid' },
  '.pane-bar': {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '0.25rem 0.75rem',
    alignItems: 'center',
    padding: '0.4rem 0.75rem',
    borderBlockEnd: '1px solid',
  },
  '.pane-body': { position: 'relative', flex: '1 1 auto', minHeight: 0, overflow: 'hidden' },
  '.pane-body iframe': { position: 'absolute', inset: 0, width: '100%', height: '100%', border: 0 },
  '.frame': { position: 'relative', height: '100%', marginInline: 'auto' },
  '.frame.phone': { maxWidth: '375px' },
  '.views': { display: 'flex', flexWrap: 'wrap', gap: '0.25rem' },
  '.pane-body pre': {
    height: '100%',
    margin: 0,
    padding: '1rem',
    overflow: 'auto',
    fontFamily: fonts.mono.fallback,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
  },
  '.side': { gridArea: 'side', overflowY: 'auto', borderInlineStart: '1px solid', padding: '0.75rem' },
  '.visually-hidden': hidden,
  '.empty': { padding: '2rem', maxWidth: '30rem' },
}

const controls: CssRules = {
  h2: { margin: '0 0 0.5rem', fontSize: '1rem' },
  h3: { margin: '1rem 0 0.25rem', fontSize: '0.9375rem' },
  p: { margin: '0 0 0.5rem' },
  '.issues ul': { margin: 0, padding: 0, listStyleType: 'none' },
  '.issues button': {
    display: 'block',
    width: '100%',
    padding: '0.6rem 1rem',
    border: 0,
    borderInlineStart: '0.2rem solid transparent',
    borderRadius: 0,
    textAlign: 'start',
  },
  'button, select, input': {
    padding: '0.3rem 0.6rem',
    border: '1px solid',
    borderRadius: rem(screen.radius),
    fontFamily: 'inherit',
    fontSize: 'inherit',
    lineHeight: 'inherit',
  },
  button: { cursor: 'pointer' },
  '.findings': { margin: 0, padding: 0, listStyleType: 'none' },
  '.findings button': { display: 'block', width: '100%', marginBlockEnd: '0.5rem', textAlign: 'start' },
  '.findings .where': { display: 'block', overflowWrap: 'anywhere' },
  '.weight': { fontWeight: 700 },
  ':focus-visible': { outline: '2px solid', outlineOffset: '2px' },
}

const narrow: CssRules = {
  '#app': {
    height: 'auto',
    minHeight: '100%',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gridTemplateRows: 'auto auto 80vh auto',
    gridTemplateAreas: '"bar" "issues" "panes" "side"',
  },
}

const colours = (palette: Palette): CssRules => {
  const { ink, muted, accent, onAccent, paper, ground, panel, line, callout } = palette
  return {
    body: { color: ink, backgroundColor: ground },
    '.bar, .issues, .pane-bar, .side': { backgroundColor: paper, borderColor: line },
    '.pane + .pane': { borderColor: line },
    '.pane-body': { backgroundColor: ground },
    '.pane-body pre': { color: ink, backgroundColor: paper },
    '.muted': { color: muted },
    'button, select, input': { color: ink, backgroundColor: paper, borderColor: muted },
    'button:hover': { backgroundColor: panel },
    'button[aria-pressed="true"], button.main': {
      color: onAccent,
      backgroundColor: accent,
      borderColor: accent,
    },
    '.issues button': { backgroundColor: 'transparent' },
    '.issues button[aria-current="true"]': {
      borderInlineStartColor: accent,
      backgroundColor: panel,
      color: ink,
    },
    '.weight.error': { color: callout.caution.bar },
    '.weight.warning': { color: callout.warning.bar },
    '.weight.info': { color: muted },
    a: { color: accent },
    ':focus-visible': { outlineColor: accent },
  }
}
