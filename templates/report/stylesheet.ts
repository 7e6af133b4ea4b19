import type { CssBlock, CssRules } from '../css.js'
import type { Palette, Tokens } from '../tokens.js'
import { rem } from '../web/styles/lengths.js'
import type { WebSheet } from '../web/stylesheet.js'

/** The looks of the report: the theme's typefaces and colours, in a page that is looked through. */
export const reportStyles = (tokens: Tokens): readonly WebSheet[] => [
  { rules: [layout(tokens), colours(tokens.light)] },
  { media: 'screen and (prefers-color-scheme: dark)', rules: [colours(tokens.dark)] },
  { media: '(max-width: 34em)', rules: [phone] },
  { media: 'print', rules: [paper] },
]

function layout({ screen, fonts }: Tokens): CssRules {
  const side = `max(${rem(screen.gutter / 2)}, calc(50vw - ${rem(screen.width * 0.9)}))`
  const small: CssBlock = { fontSize: rem(screen.small), lineHeight: 1.5 }
  const mono: CssBlock = { fontFamily: fonts.mono.fallback, fontSize: '0.9em' }
  return {
    '*, ::before, ::after': { boxSizing: 'border-box' },
    html: { colorScheme: 'light dark', overflowWrap: 'break-word' },
    body: {
      margin: 0,
      fontFamily: fonts.heading.fallback,
      fontSize: rem((screen.body + screen.small) / 2),
      lineHeight: 1.5,
    },
    'header.top, main, footer': { paddingInline: side },
    'header.top': { borderBlockStart: `${rem(4)} solid`, paddingBlock: '2.2em 1.8em' },
    main: { paddingBlock: '1em 3em' },
    footer: { ...small, paddingBlock: '1.2em', borderBlockStart: '1px solid' },
    'p, ol, ul, dl, h1, h2, h3, figure': { margin: 0 },
    '.kind': { ...small, fontWeight: 700 },
    h1: { fontFamily: fonts.body.fallback, fontSize: `min(${rem(screen.title)}, 9vw)`, lineHeight: 1.15 },
    'main > section': { paddingBlock: '2.2em 0' },
    h2: {
      fontFamily: fonts.body.fallback,
      fontSize: rem(screen.h2),
      lineHeight: 1.25,
      paddingBlockEnd: '0.5em',
    },
    h3: { fontSize: '1em', lineHeight: 1.4, paddingBlock: '1.2em 0.5em' },
    '.outcome': { paddingBlockStart: '1em' },
    '.verdict': { display: 'inline-block', fontSize: rem(screen.h3), fontWeight: 700 },
    '.more': small,
    '.plain, .findings, .counts': { padding: 0, listStyleType: 'none' },
    '.findings > li': { padding: '0.8em 1em', borderInlineStart: '3px solid', marginBlockEnd: '0.6em' },
    '.file h3': mono,
    '.mark': { ...small, display: 'flex', flexWrap: 'wrap', alignItems: 'baseline', columnGap: '0.9em' },
    '.weight': { fontWeight: 700 },
    '.rule': mono,
    '.reason': { maxWidth: '44em', textWrap: 'pretty' },
    '.because': { fontWeight: 700 },
    '.from': { ...small, ...mono },
    pre: {
      marginBlock: '0.5em 0',
      marginInline: 0,
      padding: '0.5em 0.8em',
      borderRadius: rem(screen.radius),
      whiteSpace: 'pre-wrap',
      ...mono,
    },
    code: mono,
    'pre code': { fontSize: 'inherit' },
    'pre, .reason, .rule, .file h3': { overflowWrap: 'anywhere' },
    mark: { borderRadius: '0.15em' },
    summary: { cursor: 'pointer', paddingBlock: '0.4em', fontWeight: 700 },
    '.scroll': { overflowX: 'auto', marginBlock: '0.8em 0' },
    table: { width: '100%', borderCollapse: 'collapse', fontVariantNumeric: 'tabular-nums' },
    'th, td': {
      padding: '0.5em 0.8em 0.5em 0',
      borderBlockEnd: '1px solid',
      textAlign: 'start',
      verticalAlign: 'top',
    },
    'thead th': small,
    'tbody th': { fontWeight: 400 },
    '.state, .counts': small,
    '.pictures': { display: 'grid', gap: '1.2em', alignItems: 'start', paddingBlockStart: '0.9em' },
    // A telephone beside a window, at about the same scale.
    '.screens': { gridTemplateColumns: '5fr 5fr 3fr' },
    '.pages': { gridTemplateColumns: 'repeat(4, 1fr)' },
    '.pictures img': {
      display: 'block',
      width: '100%',
      height: 'auto',
      border: '1px solid',
      borderRadius: rem(screen.radius),
    },
    figcaption: { ...small, paddingBlockStart: '0.4em' },
    '.note': { ...small, paddingBlockStart: '0.8em' },
    dt: { ...mono, fontWeight: 700, paddingBlockStart: '0.8em' },
    dd: { margin: 0, maxWidth: '44em' },
    '.see': { ...mono, fontSize: '0.85em' },
    ':focus-visible': { outlineOffset: '2px' },
  }
}

const colours = ({
  ink,
  muted,
  accent,
  paper: sheet,
  ground,
  panel,
  line,
  highlight,
  callout,
}: Palette): CssRules => ({
  html: { backgroundColor: sheet },
  body: { color: ink },
  a: { color: accent },
  ':focus-visible': { outline: `3px solid ${accent}` },
  'header.top': { borderColor: accent, backgroundColor: ground },
  footer: { color: muted, backgroundColor: ground, borderColor: line },
  '.kind': { color: accent },
  '.more, .place, .from, figcaption, .note, .see, .state, .counts, thead th': { color: muted },
  mark: { color: ink, backgroundColor: highlight },
  'p code, dd code': { backgroundColor: panel },
  'th, td, .pictures img': { borderColor: line },
  '.findings > li': { borderColor: line },
  'li.of-error': { borderColor: callout.caution.bar },
  'li.of-warning': { borderColor: callout.warning.bar },
  pre: { backgroundColor: panel },
  '.error, .bad': { color: callout.caution.bar },
  '.warning, .fair': { color: callout.warning.bar },
  '.info': { color: callout.note.bar },
  '.good': { color: callout.tip.bar },
  '.counts .bad, .state.bad': { color: callout.caution.bar },
  ':target': { backgroundColor: highlight },
})

const phone: CssRules = {
  '.screens, .pages': { gridTemplateColumns: '1fr 1fr' },
  // What is of a telephone, as large as it is there.
  '.screens > :last-child': { gridColumn: '1 / -1' },
  '.findings > li': { paddingInline: '0.7em 0' },
}

const paper: CssRules = {
  'header.top, main, footer': { paddingInline: 0 },
  'header.top, footer, html': { backgroundColor: 'transparent' },
  'h2, h3, .mark, .state, .counts': { breakAfter: 'avoid' },
  // On paper nobody can unfold.
  'details::details-content': { contentVisibility: 'visible' },
  '.findings > li, figure, tr': { breakInside: 'avoid' },
}
