import { type CssBlock, type CssRules, toCss } from '../css.js'
import { defaultTokens, type Palette } from '../tokens.js'
import { rem } from '../web/styles/lengths.js'
import { blockStyles } from './block-styles.js'
import { inboxColours, inboxStyles } from './inbox-styles.js'
import { pdfEpubCss } from './pdf-epub-styles.js'
import { themeColours, themeRules } from './theme-styles.js'

const { screen, fonts, light, dark } = defaultTokens

const sans = fonts.heading.fallback

/** The page's own looks: our tokens, not the publication's, so that the page is told from what it shows. */
export const pageCss = (): string =>
  [
    toCss([layout, controls, issues, notices, themeRules, inboxStyles]),
    `@media (max-width: 80em) {\n${toCss([narrower])}\n}`,
    `@media (max-width: 64em) {\n${toCss([narrow])}\n}`,
    `@media (max-width: 45em) {\n${toCss([narrowest])}\n}`,
    pdfEpubCss(),
    // After the widths, whose borders are without a colour.
    toCss([colours(light), themeColours(light), inboxColours(light), ...blockStyles(light)]),
    `@media (prefers-color-scheme: dark) {\n${toCss([colours(dark), themeColours(dark), inboxColours(dark), ...blockStyles(dark)])}\n}`,
    `@media (prefers-reduced-motion: no-preference) {\n${toCss([moving])}\n@keyframes breathe { 50% { opacity: 0.35; } }\n}`,
    // Where a system has colours of its own, a border says what a ground says elsewhere.
    `@media (forced-colors: active) {\n${toCss([forced])}\n}`,
  ].join('\n')

const hidden: CssBlock = {
  position: 'absolute',
  width: '1px',
  height: '1px',
  overflow: 'hidden',
  clipPath: 'inset(50%)',
  whiteSpace: 'nowrap',
}

/** One line, cut off with dots. */
const oneLine: CssBlock = { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }

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
  '[hidden]': { display: 'none !important' },
  '.skip': {
    position: 'absolute',
    insetInlineStart: '0.5rem',
    insetBlockStart: '0.5rem',
    zIndex: 10,
    padding: '0.4rem 0.8rem',
    borderRadius: rem(screen.radius),
  },
  '.skip:not(:focus)': hidden,
  '#app': {
    display: 'grid',
    height: '100%',
    gridTemplateColumns: '16rem minmax(0, 1fr) 21rem',
    gridTemplateRows: 'auto auto minmax(0, 1fr)',
    gridTemplateAreas: '"bar bar bar" "notices notices notices" "issues panes side"',
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
  '.bar h1': { ...oneLine, flex: '0 1 auto', maxWidth: '15rem', margin: 0, fontSize: '1rem' },
  // As wide as the longest that it says, so that nothing moves when it says another.
  '.bar .state': { marginInlineStart: 'auto', minWidth: '10rem', justifyContent: 'flex-end' },
  '.state': {
    display: 'flex',
    alignItems: 'center',
    gap: '0.4rem',
    margin: 0,
    fontVariantNumeric: 'tabular-nums',
  },
  '.dot': {
    display: 'inline-block',
    flex: 'none',
    width: '0.55rem',
    height: '0.55rem',
    border: '1px solid',
    borderRadius: '50%',
  },
  '.panes': {
    gridArea: 'panes',
    display: 'grid',
    gridAutoFlow: 'column',
    gridAutoColumns: 'minmax(0, 1fr)',
    minHeight: 0,
  },
  '.panes:focus': { outline: 'none' },
  '.pane': { display: 'flex', flexDirection: 'column', minWidth: 0, minHeight: 0 },
  '.pane + .pane': { borderInlineStart: '1px solid' },
  '.pane-bar': {
    display: 'flex',
    flexWrap: 'wrap',
    gap: '0.25rem 0.75rem',
    alignItems: 'center',
    minHeight: '2.6rem',
    padding: '0.3rem 0.75rem',
    borderBlockEnd: '1px solid',
  },
  '.pane-bar h2': { margin: 0, fontSize: rem(screen.small + 1) },
  '.pane-body': { position: 'relative', flex: '1 1 auto', minHeight: 0, overflow: 'hidden' },
  '.pane-body iframe': { position: 'absolute', inset: 0, width: '100%', height: '100%', border: 0 },
  '.frame': { position: 'relative', height: '100%', marginInline: 'auto' },
  '.frame.phone': { maxWidth: '375px' },
  '.views': { display: 'flex', flexWrap: 'wrap', gap: '0.4rem' },
  '.pane-body pre': {
    height: '100%',
    margin: 0,
    padding: '1rem',
    overflow: 'auto',
    fontFamily: fonts.mono.fallback,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
  },
  '.side': {
    gridArea: 'side',
    display: 'flex',
    flexDirection: 'column',
    minHeight: 0,
    borderInlineStart: '1px solid',
  },
  '#panel': { flex: '1 1 auto', minHeight: 0, overflowY: 'auto', padding: '0.75rem' },
  '#panel:focus-visible': { outlineOffset: '-2px' },
  '.visually-hidden': hidden,
  '.issues .empty': { padding: '1rem' },
  '.empty': { padding: '2rem', maxWidth: '30rem' },
}

const controls: CssRules = {
  h2: { margin: '0 0 0.5rem', fontSize: '1rem' },
  h3: { margin: '1rem 0 0.25rem', fontSize: '0.9375rem' },
  p: { margin: '0 0 0.5rem' },
  'button, select, input, textarea': {
    minHeight: '1.9rem',
    padding: '0.25rem 0.6rem',
    border: '1px solid',
    borderRadius: rem(screen.radius),
    fontFamily: 'inherit',
    fontSize: 'inherit',
    lineHeight: 'inherit',
  },
  button: { cursor: 'pointer' },
  'button[aria-disabled="true"]': { cursor: 'default', borderStyle: 'dashed' },
  '.round': { width: '1.9rem', padding: 0, borderRadius: '50%', fontWeight: 700 },
  '.segments': { display: 'flex', flexWrap: 'wrap' },
  '.tabs': {
    display: 'flex',
    flexWrap: 'wrap',
    padding: '0.25rem 0.5rem 0',
    borderBlockEnd: '1px solid',
  },
  '.tabs button': {
    minHeight: '2rem',
    padding: '0.2rem 0.5rem',
    border: 0,
    borderBlockEnd: '0.2rem solid transparent',
    borderRadius: 0,
  },
  '.tabs button[aria-selected="true"]': { fontWeight: 600 },
  '.findings': { margin: 0, padding: 0, listStyleType: 'none' },
  '.findings button': { display: 'block', width: '100%', marginBlockEnd: '0.5rem', textAlign: 'start' },
  '.findings .where': { display: 'block', overflowWrap: 'anywhere' },
  '.weight': { fontWeight: 700 },
  '.check': { display: 'flex', alignItems: 'center', gap: '0.4rem', marginBlock: '0.75rem' },
  '.check input': { width: '1.5rem', height: '1.5rem', minHeight: 0, margin: 0 },
  '.help': {
    maxWidth: '28rem',
    padding: '1.25rem 1.5rem',
    border: '1px solid',
    borderRadius: rem(2 * screen.radius),
  },
  '.help dl': { display: 'grid', gridTemplateColumns: 'auto 1fr', gap: '0.4rem 1rem', margin: '0.75rem 0' },
  '.help dt': { textAlign: 'end' },
  '.help dd': { margin: 0 },
  kbd: {
    padding: '0.05rem 0.4rem',
    border: '1px solid',
    borderRadius: rem(screen.radius),
    fontFamily: fonts.mono.fallback,
  },
  ':focus-visible': { outline: '2px solid', outlineOffset: '2px' },
}

const issues: CssRules = {
  '.issues': { gridArea: 'issues', minHeight: 0, overflowY: 'auto', borderInlineEnd: '1px solid' },
  '.issues .find': { position: 'sticky', insetBlockStart: 0, margin: 0, padding: '0.5rem 0.75rem' },
  '.issues .find input': { width: '100%' },
  '.issues ul': { margin: 0, padding: 0, listStyleType: 'none' },
  '.issues button': {
    display: 'block',
    width: '100%',
    padding: '0.5rem 0.75rem',
    border: 0,
    borderInlineStart: '0.2rem solid transparent',
    borderRadius: 0,
    textAlign: 'start',
  },
  '.issues button:focus-visible': { outlineOffset: '-2px' },
  '.issues .title': {
    display: '-webkit-box',
    WebkitBoxOrient: 'vertical',
    WebkitLineClamp: 2,
    overflow: 'hidden',
    overflowWrap: 'anywhere',
  },
  '.issues .aside': { display: 'flex', alignItems: 'center', gap: '0.4rem', fontSize: rem(screen.small - 1) },
}

const notices: CssRules = {
  '.notices': { gridArea: 'notices' },
  '.notice': {
    maxHeight: '30vh',
    margin: 0,
    padding: '0.5rem 1rem',
    overflowY: 'auto',
    borderBlockEnd: '1px solid',
  },
  '.notice p': { margin: 0, overflowWrap: 'anywhere' },
  '.notice p + p': { marginBlockStart: '0.25rem' },
  '.notice.lost': { fontWeight: 600 },
}

const narrower: CssRules = {
  '#app': { gridTemplateColumns: '13rem minmax(0, 1fr) 18rem' },
}

/** What is about the issue stands below the list, so that what is shown keeps its width. */
const narrow: CssRules = {
  '#app': {
    gridTemplateColumns: '18rem minmax(0, 1fr)',
    gridTemplateRows: 'auto auto minmax(0, 2fr) minmax(0, 3fr)',
    gridTemplateAreas: '"bar bar" "notices notices" "issues panes" "side panes"',
  },
  '.side': { borderInlineStart: 0, borderInlineEnd: '1px solid', borderBlockStart: '1px solid' },
}

const narrowest: CssRules = {
  '#app': {
    height: 'auto',
    minHeight: '100%',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gridTemplateRows: 'auto auto auto 80vh auto',
    gridTemplateAreas: '"bar" "notices" "issues" "panes" "side"',
  },
  '.issues': { maxHeight: '14rem', borderBlockEnd: '1px solid' },
  '.bar .state': { marginInlineStart: 0, justifyContent: 'flex-start' },
  '.bar .round': { marginInlineStart: 'auto' },
  '#panel': { overflowY: 'visible' },
  '.saving': { insetBlockStart: 0 },
}

const moving: CssRules = {
  '.dot.busy': { animation: 'breathe 1.4s ease-in-out infinite' },
}

const forced: CssRules = {
  'button[aria-pressed="true"], [aria-selected="true"], [aria-current="true"]': { borderColor: 'Highlight' },
}

const colours = (palette: Palette): CssRules => {
  const { ink, muted, accent, onAccent, paper, ground, panel, line, callout } = palette
  return {
    body: { color: ink, backgroundColor: ground },
    '.skip': { color: onAccent, backgroundColor: accent },
    '.bar, .issues, .pane-bar, .side, .tabs, .find': { backgroundColor: paper, borderColor: line },
    '.pane + .pane': { borderColor: line },
    '.pane-body': { backgroundColor: ground },
    '.pane-body pre': { color: ink, backgroundColor: paper },
    '.muted': { color: muted },
    'button, select, input, textarea': { color: ink, backgroundColor: paper, borderColor: muted },
    'button:hover': { backgroundColor: panel },
    'button[aria-pressed="true"], button.main': {
      color: onAccent,
      backgroundColor: accent,
      borderColor: accent,
    },
    'button[aria-disabled="true"]': { color: muted, backgroundColor: paper, borderColor: line },
    '.issues button': { backgroundColor: 'transparent' },
    '.issues button:hover': { backgroundColor: ground },
    '.issues button[aria-current="true"]': {
      borderInlineStartColor: accent,
      backgroundColor: panel,
      color: ink,
    },
    '.tabs button[aria-selected="true"]': { borderBlockEndColor: accent },
    '.dot.good': { color: callout.tip.bar, backgroundColor: callout.tip.bar },
    '.dot.warning': { color: callout.warning.bar, backgroundColor: callout.warning.bar },
    '.dot.error': { color: callout.caution.bar, backgroundColor: callout.caution.bar },
    '.dot.none': { color: muted, backgroundColor: 'transparent' },
    '.dot.busy': { color: muted, backgroundColor: muted },
    '.notice': {
      backgroundColor: callout.caution.tint,
      borderColor: callout.caution.bar,
    },
    '.weight.error': { color: callout.caution.bar },
    '.weight.warning': { color: callout.warning.bar },
    '.weight.info': { color: muted },
    '.help': { color: ink, backgroundColor: paper, borderColor: line },
    kbd: { backgroundColor: panel, borderColor: line },
    'input[type="checkbox"]': { accentColor: accent },
    a: { color: accent },
    ':focus-visible': { outlineColor: accent },
  }
}
