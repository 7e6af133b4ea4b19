import type { CssRules } from '../../css.js'

/** A page that is printed from the browser: the text, and nothing that is for a screen. */
export const paperRules: CssRules = {
  '.skip, .ways, ul.ways, .downloads, .devices, .contents, .back, .backlink': { display: 'none' },
  'html, .masthead, .colophon': { backgroundColor: 'transparent' },
  '.masthead, main, .colophon': { paddingInline: 0 },
  'h1, h2, h3, h4, h5, .section-title, .callout-label, summary': { breakAfter: 'avoid' },
  'figure, tr, .pullquote, .callout, .embed, .disclosure, .source': { breakInside: 'avoid' },
  'pre, pre code': { whiteSpace: 'pre-wrap' },
  '.scroll, .equation, pre': { overflow: 'visible' },
}
