import { type CssRules, toCss } from '../css.js'
import { defaultTokens, type Palette } from '../tokens.js'

const { light, dark } = defaultTokens

/** The looks of the PDF and the EPUB in the preview's page. */
export const pdfEpubCss = (): string =>
  [
    toCss([pdfLayout, epubLayout, colours(light)]),
    `@media (prefers-color-scheme: dark) {\n${toCss([colours(dark)])}\n}`,
  ].join('\n')

/** The PDF's pages, and the text over them: sizes of text are pdf.js's, in points times the scale of the page. */
const pdfLayout: CssRules = {
  '.pane-bar h2': { margin: 0 },
  '.sheets': { height: '100%', overflow: 'auto', overscrollBehavior: 'contain', overflowAnchor: 'none' },
  '.sheets[hidden]': { display: 'none' },
  '.sheets-inner': {
    display: 'grid',
    gridTemplateColumns: 'auto',
    justifyContent: 'safe center',
    gap: '0 1rem',
    padding: '1rem 1rem 0.5rem',
    width: 'max-content',
    minWidth: '100%',
  },
  '.sheets-inner.spread': { gridTemplateColumns: 'auto auto' },
  '.sheets-inner.spread .sheet:first-child': { gridColumn: '2' },
  '.sheet-paper': {
    position: 'relative',
    width: 'calc(var(--total-scale-factor) * var(--page-width))',
    height: 'calc(var(--total-scale-factor) * var(--page-height))',
  },
  '.sheet-picture': { position: 'absolute', inset: 0 },
  '.sheet-picture canvas': { display: 'block', width: '100%', height: '100%' },
  '.sheet-number': { padding: '0.25rem 0 0.75rem', textAlign: 'center', fontVariantNumeric: 'tabular-nums' },
  '.text-layer': {
    position: 'absolute',
    inset: 0,
    overflow: 'clip',
    lineHeight: 1,
    textAlign: 'initial',
    forcedColorAdjust: 'none',
    transformOrigin: '0 0',
  },
  '.text-layer.coming': { visibility: 'hidden' },
  '.text-layer :is(span, br, p)': {
    position: 'absolute',
    zIndex: 1,
    margin: 0,
    color: 'transparent',
    whiteSpace: 'pre',
    cursor: 'text',
    transformOrigin: '0 0',
  },
  // The spaces between lines, which stand nowhere on the page.
  '.text-layer .block': { fontSize: 0 },
  '.text-layer span:not(.markedContent)': {
    fontSize: 'calc(var(--total-scale-factor) * var(--min-font-size, 1) * var(--font-height, 0px))',
    transform:
      'rotate(var(--rotate, 0deg)) scaleX(var(--scale-x, 1)) scale(calc(1 / var(--min-font-size, 1)))',
  },
  '.text-layer .markedContent': { display: 'contents' },
  '.text-layer .end-of-text': {
    position: 'absolute',
    inset: '100% 0 0',
    userSelect: 'none',
    cursor: 'default',
  },
  '.selecting .end-of-text': { top: 0 },
  '.hiddenCanvasElement': { position: 'absolute', width: 0, height: 0, display: 'none' },
  '.page-of': { display: 'flex', alignItems: 'center', gap: '0.4rem', fontVariantNumeric: 'tabular-nums' },
  '.page-number': { width: '3rem', textAlign: 'end' },
  '.check': { display: 'flex', alignItems: 'center', gap: '0.4rem', minHeight: '1.5rem', cursor: 'pointer' },
  '.check input': { width: '1.1rem', height: '1.1rem', margin: 0, cursor: 'pointer' },
  '.text-layer .meant': { mixBlendMode: 'multiply' },
  '.tags': { margin: '0 0 1rem', padding: 0, listStyleType: 'none' },
  '.tags .tags': { margin: 0, paddingInlineStart: '0.75rem' },
  '.tags button': {
    display: 'flex',
    gap: '0.5rem',
    alignItems: 'baseline',
    width: '100%',
    minHeight: '1.75rem',
    padding: '0.15rem 0.35rem',
    border: 0,
    textAlign: 'start',
  },
  '.tags .words': {
    flex: '1 1 auto',
    minWidth: 0,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  '.tags .role': { flex: 'none', minWidth: '2.2rem', fontWeight: 700, fontSize: '0.8125rem' },
  '.tags .page': { flex: 'none', fontVariantNumeric: 'tabular-nums' },
}

const contentsWidth = 'min(17rem, 45%)'

const epubLayout: CssRules = {
  '.book': { position: 'absolute', inset: 0 },
  '.book:has(+ .book-contents:not([hidden]))': { insetInlineStart: contentsWidth },
  '.book foliate-view': { position: 'absolute', inset: 0, display: 'block' },
  '.book foliate-view.coming': { visibility: 'hidden' },
  '.book-contents': {
    position: 'absolute',
    insetBlock: 0,
    insetInlineStart: 0,
    width: contentsWidth,
    padding: '0.75rem',
    overflowY: 'auto',
    borderInlineEnd: '1px solid',
  },
  '.book-contents ol': { margin: 0, padding: 0, listStyleType: 'none' },
  '.book-contents ol ol': { paddingInlineStart: '1rem' },
  '.book-contents button': {
    display: 'block',
    width: '100%',
    padding: '0.35rem 0.5rem',
    border: 0,
    textAlign: 'start',
  },
  '.turn': { display: 'flex', gap: '0.25rem', alignItems: 'center' },
}

const colours = (palette: Palette): CssRules => ({
  '.sheet-paper': {
    backgroundColor: light.paper,
    boxShadow: `0 0 0 1px ${palette.line}, 0 1px 4px ${palette.line}`,
  },
  '.text-layer .meant': { backgroundColor: light.highlight },
  // The words are on the picture below.
  '.text-layer ::selection': {
    color: 'transparent',
    backgroundColor: `color-mix(in srgb, ${light.accent} 25%, transparent)`,
  },
  'button[aria-disabled="true"]': { color: palette.muted, cursor: 'default' },
  '.tags button, .book-contents button': { backgroundColor: 'transparent' },
  '.tags button:hover, .book-contents button:hover': { backgroundColor: palette.panel },
  '.tags .role': { color: palette.accent },
  '.tags .role.missing': { color: palette.callout.caution.bar },
  '.tags .tags': { borderInlineStart: `1px solid ${palette.line}` },
  '.book-contents': { backgroundColor: palette.paper, borderColor: palette.line },
  '.book-contents button[aria-current="true"]': { backgroundColor: palette.panel, fontWeight: 700 },
})
